namespace TencentImageReplication.Simulator.Schema;

/// <summary>A field of an object in the metadata.</summary>
/// <param name="Type">A scalar or the name of another object.</param>
/// <param name="IsList">Whether there are many of it.</param>
/// <param name="IsRequired">Whether a request must have it.</param>
/// <param name="IsNullable">Whether the service may answer null.</param>
internal sealed record SchemaField(string Type, bool IsList, bool IsRequired, bool IsNullable)
{
    /// <summary>Reads the notation of the schema file: <c>[..]</c> a list, <c>!</c> required, <c>?</c> nullable.</summary>
    public static SchemaField Parse(string notation)
    {
        var bare = notation.TrimEnd('!', '?');
        return new SchemaField(bare.Trim('[', ']'), bare[0] == '[', notation.Contains('!'), notation.Contains('?'));
    }
}
