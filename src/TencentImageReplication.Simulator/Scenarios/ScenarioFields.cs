using System.Reflection;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Scenarios;

/// <summary>
/// The keys of an object in a scenario: the public properties of its type that can be set, in lower camel case. So a new
/// setting of the simulator has a key at once.
/// </summary>
internal static class ScenarioFields
{
    public static IReadOnlyDictionary<string, PropertyInfo> Of(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && (property.SetMethod?.IsPublic == true || IsFilled(property.PropertyType)))
        .ToDictionary(property => Key(property.Name), StringComparer.Ordinal);

    /// <summary>Returns the key of a property: its name with a lower-case first letter.</summary>
    public static string Key(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>Returns true when the value of the key must be given for a new object.</summary>
    public static bool IsRequired(PropertyInfo property) =>
        property.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "RequiredMemberAttribute");

    /// <summary>Returns the type of the values of a dictionary with text as keys; null for other types.</summary>
    public static Type? ValueOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>) ? type.GetGenericArguments()[1] : null;

    /// <summary>Returns the type of the items of a list; null for other types.</summary>
    public static Type? ItemOf(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) || type.GetGenericTypeDefinition() == typeof(IList<>))
            ? type.GetGenericArguments()[0]
            : null;

    /// <summary>Returns true for a list of tags, which a scenario can also write as an object.</summary>
    public static bool AreTags(Type type) => ItemOf(type) == typeof(SimulatedTag);

    /// <summary>Returns the constructor with the parameters of a record; null when it has none but that without parameters.</summary>
    public static ConstructorInfo? Positional(Type type) => type
        .GetConstructors()
        .Where(constructor => constructor.GetParameters().Length > 0 && constructor.GetParameters()[0].ParameterType != type)
        .OrderByDescending(constructor => constructor.GetParameters().Length)
        .FirstOrDefault();

    // Such a property has no setter: its collection is filled.
    private static bool IsFilled(Type type) =>
        ValueOf(type) is not null || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>));
}
