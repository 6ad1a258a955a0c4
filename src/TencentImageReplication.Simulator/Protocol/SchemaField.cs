namespace TencentImageReplication.Simulator.Protocol;

/// <summary>A field of an object in the schema.</summary>
/// <param name="Type">The name of a scalar type or of another object.</param>
/// <param name="IsList">True for a list.</param>
/// <param name="IsRequired">True when a request must have the field.</param>
/// <param name="IsNullable">True when the service may return null.</param>
internal sealed record SchemaField(string Type, bool IsList, bool IsRequired, bool IsNullable)
{
    /// <summary>Reads the notation of the schema file: <c>[..]</c> a list, <c>!</c> required, <c>?</c> nullable.</summary>
    public static SchemaField Parse(string notation)
    {
        var bare = notation.TrimEnd('!', '?');
        return new SchemaField(bare.Trim('[', ']'), bare[0] == '[', notation.Contains('!'), notation.Contains('?'));
    }
}
