namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>Marks a property of a response with text that users write, such as a name or a description.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FreeTextAttribute : Attribute
{
    /// <summary>The maximum length. Longer texts are cut.</summary>
    public int MaxLength { get; init; } = ServiceText.MaxFreeTextLength;
}
