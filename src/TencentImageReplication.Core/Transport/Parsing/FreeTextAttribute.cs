namespace TencentImageReplication.Core.Transport.Parsing;

/// <summary>Marks a property of a response with text that users write, such as a name or a description.</summary>
public sealed class FreeTextAttribute : ResponseTextAttribute
{
    /// <summary>The maximum length. Longer texts are cut.</summary>
    public int MaxLength { get; init; } = ServiceText.MaxFreeTextLength;

    internal override string Clean(string text) => ServiceText.FreeText(text, MaxLength);
}
