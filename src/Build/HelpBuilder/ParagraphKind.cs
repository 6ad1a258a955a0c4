namespace TencentImageReplication.HelpBuilder;

/// <summary>How a paragraph is laid out.</summary>
internal enum ParagraphKind
{
    /// <summary>Flowing text.</summary>
    Text,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>Lines that stay as they are.</summary>
    Code,
}
