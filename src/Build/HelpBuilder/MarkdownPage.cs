using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace TencentImageReplication.HelpBuilder;

/// <summary>A page, divided by its headings.</summary>
internal sealed class MarkdownPage
{
    // Dashes and quotes stay unchanged, because users copy code from help.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().Build();

    private MarkdownPage(string file, string name, KeyValueBlock frontMatter, Section top)
    {
        File = file;
        Name = name;
        FrontMatter = frontMatter;
        Top = top;
    }

    internal string File { get; }

    /// <summary>The file name, which is the name of the command or topic.</summary>
    internal string Name { get; }

    internal KeyValueBlock FrontMatter { get; }

    /// <summary>The section of the only heading of level 1.</summary>
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
            : throw new HelpSourceException(path, 0, $"The page must have one heading of level 1, and it must be '{name}', the name of the file.");
    }
}
