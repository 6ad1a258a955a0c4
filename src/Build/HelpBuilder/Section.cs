using Markdig.Syntax;

namespace TencentImageReplication.HelpBuilder;

/// <summary>What stands under a heading, up to the next heading of the same level.</summary>
internal sealed class Section(string file, string title, int level, int line)
{
    internal string Title => title;

    internal int Level => level;

    /// <summary>What stands before the first heading below this one.</summary>
    internal List<Block> Blocks { get; } = [];

    internal List<Section> Sections { get; } = [];

    /// <summary>The section of that title right below this one.</summary>
    internal Section Require(string wanted) =>
        Sections.Find(section => section.Title == wanted) ?? throw Error($"There is no section '{wanted}'.");

    /// <summary>The text as paragraphs, of which there must be one at least.</summary>
    internal IReadOnlyList<Paragraph> RequireText()
    {
        var paragraphs = PlainText.Of(file, Blocks);
        return paragraphs.Count > 0 ? paragraphs : throw Error("There is no text.");
    }

    internal IReadOnlyList<Paragraph> Text() => PlainText.Of(file, Blocks);

    /// <summary>The fenced code blocks.</summary>
    internal IEnumerable<FencedCodeBlock> Code() => Blocks.OfType<FencedCodeBlock>();

    internal HelpSourceException Error(string problem) => new(file, line, $"{title}: {problem}");

    internal KeyValueBlock Facts(FencedCodeBlock block) => KeyValueBlock.Read(file, block);
}
