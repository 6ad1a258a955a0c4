namespace TencentImageReplication.HelpBuilder;

/// <summary>The layout of a paragraph.</summary>
internal enum ParagraphKind
{
    /// <summary>Wrapped text.</summary>
    Text,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>Lines that stay unchanged.</summary>
    Code,
}
