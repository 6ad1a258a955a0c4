using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace TencentImageReplication.HelpBuilder;

/// <summary>A page, cut at its headings.</summary>
internal sealed class MarkdownPage
{
    // Dashes, quotes and the like stay as they are written: code is copied from help.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().Build();

    private MarkdownPage(string file, string name, KeyValueBlock frontMatter, Section top)
    {
        File = file;
        Name = name;
        FrontMatter = frontMatter;
        Top = top;
    }

    internal string File { get; }

    /// <summary>The name of the file, which is that of the command or topic.</summary>
    internal string Name { get; }

    internal KeyValueBlock FrontMatter { get; }

    /// <summary>The section of the one heading of level 1.</summary>
    internal Section Top { get; }

    internal static MarkdownPage Read(string path) =>
        Parse(path, System.IO.File.ReadAllText(path));

    internal static MarkdownPage Parse(string path, string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        if (document.FirstOrDefault() is not YamlFrontMatterBlock front)
            throw new HelpSourceException(path, 0, "The page has no front matter between lines of ---.");

        var name = Path.GetFileNameWithoutExtension(path);
        var top = Cut(path, document.Skip(1), name);
        return new MarkdownPage(path, name, KeyValueBlock.Read(path, front), top);
    }

    private static Section Cut(string path, IEnumerable<Block> blocks, string name)
    {
        var root = new Section(path, "", level: 0, line: 0);
        var open = new Stack<Section>([root]);
        foreach (var block in blocks)
        {
            if (block is HeadingBlock heading)
            {
                var section = new Section(path, PlainText.Of(heading.Inline), heading.Level, heading.Line);
                while (open.Peek().Level >= section.Level)
                    open.Pop();
                open.Peek().Sections.Add(section);
                open.Push(section);
            }
            else
            {
                open.Peek().Blocks.Add(block);
            }
        }

        return root.Sections is [var top] && top.Title == name
            ? top
            : throw new HelpSourceException(path, 0, $"The page must have one heading of level 1, which is '{name}' as its file.");
    }
}
