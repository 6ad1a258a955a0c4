using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>The documented form of a value in a response, from the type of its model.</summary>
internal sealed class ResponseShape
{
    private static readonly ConditionalWeakTable<JsonTypeInfo, ResponseShape> ByType = new();

    private readonly Lazy<IReadOnlyDictionary<string, ResponseShape>> _properties;
    private readonly Lazy<string?> _counter;

    private ResponseShape(JsonTypeInfo type, Func<string, string>? clean)
    {
        Clean = clean;
        Kind = KindOf(type);
        _properties = new Lazy<IReadOnlyDictionary<string, ResponseShape>>(() => type.Properties.Where(property => !IsCounter(type.Type, property.Name)).ToDictionary(
            property => property.Name,
            property => new ResponseShape(type.Options.GetTypeInfo(property.PropertyType), CleanerOf(type.Type, property.Name)),
            StringComparer.Ordinal));
        _counter = new Lazy<string?>(() => type.Properties.FirstOrDefault(property => IsCounter(type.Type, property.Name))?.Name);
        if (Kind == ResponseShapeKind.List)
            Items = new ResponseShape(type.Options.GetTypeInfo(type.Type.GetGenericArguments()[0]), clean);
    }

    /// <summary>The kind of value.</summary>
    public ResponseShapeKind Kind { get; }

    /// <summary>Cleans a text; null for a secret.</summary>
    public Func<string, string>? Clean { get; }

    /// <summary>The form of the items of a list.</summary>
    public ResponseShape? Items { get; }

    /// <summary>The properties of an object.</summary>
    public IReadOnlyDictionary<string, ResponseShape> Properties => _properties.Value;

    /// <summary>The property of an object that receives the number of unreadable items in its lists; null for none.</summary>
    public string? Counter => _counter.Value;

    /// <summary>Returns the form of a type.</summary>
    public static ResponseShape Of(JsonTypeInfo type) =>
        ByType.GetValue(type, static type => new ResponseShape(type, ServiceText.Identifier));

    private static ResponseShapeKind KindOf(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object => ResponseShapeKind.Object,
        JsonTypeInfoKind.Enumerable => ResponseShapeKind.List,
        _ => Type.GetTypeCode(Nullable.GetUnderlyingType(type.Type) ?? type.Type) switch
        {
            TypeCode.Int64 => ResponseShapeKind.Integer,
            TypeCode.Double => ResponseShapeKind.Real,
            TypeCode.Boolean => ResponseShapeKind.Flag,
            // Times are text too; their converter reads what it can.
            _ => ResponseShapeKind.Text,
        },
    };

    private static bool IsCounter(Type type, string name) =>
        type.GetProperty(name, BindingFlags.Instance | BindingFlags.NonPublic)?.GetCustomAttribute<UnreadableItemsAttribute>() is not null;

    private static Func<string, string>? CleanerOf(Type type, string name)
    {
        var property = type.GetProperty(name);
        if (property?.GetCustomAttribute<SecretTextAttribute>() is not null)
            return null;
        if (property?.GetCustomAttribute<MessageTextAttribute>() is not null)
            return ServiceText.Message;
        return property?.GetCustomAttribute<FreeTextAttribute>() is { MaxLength: var maxLength }
            ? text => ServiceText.FreeText(text, maxLength)
            : ServiceText.Identifier;
    }
}

/// <summary>The kinds of values in a response.</summary>
internal enum ResponseShapeKind
{
    /// <summary>A JSON object with documented properties.</summary>
    Object,

    /// <summary>A JSON array.</summary>
    List,

    /// <summary>A text, or a time.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Real,

    /// <summary>A Boolean.</summary>
    Flag,
}
