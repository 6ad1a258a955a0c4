using Markdig.Syntax;

namespace TencentImageReplication.HelpBuilder;

/// <summary>The part of a page from a heading to the next heading of the same level.</summary>
internal sealed class Section(string file, string title, int level, int line)
{
    internal string Title => title;

    internal int Level => level;

    /// <summary>The part before the first subheading.</summary>
    internal List<Block> Blocks { get; } = [];

    internal List<Section> Sections { get; } = [];

    /// <summary>Finds the section with this title one level below.</summary>
    internal Section Require(string wanted) =>
        Sections.Find(section => section.Title == wanted) ?? throw Error($"There is no section '{wanted}'.");

    /// <summary>Returns the paragraphs, at least one.</summary>
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
