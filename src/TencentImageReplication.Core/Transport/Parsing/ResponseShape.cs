using System.Collections.Concurrent;
using System.Reflection;

namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>The documented form of a value in a response, from the type of its model.</summary>
internal sealed class ResponseShape
{
    private static readonly ConcurrentDictionary<Type, ResponseShape> ByModel = new();

    private readonly Lazy<IReadOnlyDictionary<string, ResponseProperty>> _properties;

    private ResponseShape(Type type, Func<string, string> clean)
    {
        Type = type;
        Clean = clean;
        Kind = KindOf(type);
        if (Kind == ResponseShapeKind.List)
            Items = new ResponseShape(type.GetGenericArguments()[0], clean);
        _properties = new Lazy<IReadOnlyDictionary<string, ResponseProperty>>(() => type.GetProperties().Where(property => property.CanWrite).ToDictionary(
            property => property.Name,
            property => new ResponseProperty(property, new ResponseShape(property.PropertyType, CleanerOf(property))),
            StringComparer.Ordinal));
    }

    /// <summary>The type of the model, or of the value.</summary>
    public Type Type { get; }

    /// <summary>The kind of value.</summary>
    public ResponseShapeKind Kind { get; }

    /// <summary>Cleans a text.</summary>
    public Func<string, string> Clean { get; }

    /// <summary>The form of the items of a list.</summary>
    public ResponseShape? Items { get; }

    /// <summary>The properties of an object, by name.</summary>
    public IReadOnlyDictionary<string, ResponseProperty> Properties => _properties.Value;

    /// <summary>Returns the form of a model.</summary>
    public static ResponseShape Of(Type model) =>
        ByModel.GetOrAdd(model, static model => new ResponseShape(model, ServiceText.Identifier));

    private static ResponseShapeKind KindOf(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return ResponseShapeKind.List;
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value == typeof(DateTimeOffset))
            return ResponseShapeKind.Time;
        return Type.GetTypeCode(value) switch
        {
            TypeCode.String => ResponseShapeKind.Text,
            TypeCode.Int64 => ResponseShapeKind.Integer,
            TypeCode.Double => ResponseShapeKind.Real,
            TypeCode.Boolean => ResponseShapeKind.Flag,
            TypeCode.Object => ResponseShapeKind.Object,
            _ => throw new NotSupportedException($"No response has values of the type {type}."),
        };
    }

    private static Func<string, string> CleanerOf(PropertyInfo property) =>
        property.GetCustomAttribute<ResponseTextAttribute>() is { } text ? text.Clean : ServiceText.Identifier;
}

/// <summary>A property of a model.</summary>
/// <param name="Property">The property.</param>
/// <param name="Shape">The form of its value.</param>
internal sealed record ResponseProperty(PropertyInfo Property, ResponseShape Shape);

/// <summary>The kinds of values in a response.</summary>
internal enum ResponseShapeKind
{
    /// <summary>A JSON object with documented properties.</summary>
    Object,

    /// <summary>A JSON array.</summary>
    List,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A time, as text.</summary>
    Time,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Real,

    /// <summary>A Boolean.</summary>
    Flag,
}
