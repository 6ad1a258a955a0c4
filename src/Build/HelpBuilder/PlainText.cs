using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TencentImageReplication.HelpBuilder;

/// <summary>Converts Markdown to plain text, because a console shows neither bold text nor links.</summary>
internal static class PlainText
{
    internal static string Of(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? [])
            Append(text, inline);
        return text.ToString().Trim();
    }

    internal static IReadOnlyList<Paragraph> Of(string file, IEnumerable<Block> blocks)
    {
        var paragraphs = new List<Paragraph>();
        foreach (var block in blocks)
            Append(file, paragraphs, block);
        return paragraphs;
    }

    /// <summary>Returns the lines of a code block.</summary>
    internal static string Of(LeafBlock code) => code.Lines.ToString().ReplaceLineEndings("\n").TrimEnd();

    private static void Append(string file, List<Paragraph> paragraphs, Block block)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                paragraphs.Add(new Paragraph(Of(paragraph.Inline), ParagraphKind.Text));
                break;
            case CodeBlock code:
                paragraphs.Add(new Paragraph(Of(code), ParagraphKind.Code));
                break;
            case ListBlock list:
                paragraphs.AddRange(list.Cast<ListItemBlock>().Select((item, index) => Item(file, list, item, index)));
                break;
            default:
                throw new HelpSourceException(file, block.Line, $"Help in a console cannot show a {block.GetType().Name}.");
        }
    }

    private static Paragraph Item(string file, ListBlock list, ListItemBlock item, int index)
    {
        if (item is not [ParagraphBlock only])
            throw new HelpSourceException(file, item.Line, "An item of a list must be one paragraph.");

        var mark = list.IsOrdered ? (index + 1).ToString(CultureInfo.InvariantCulture) + "." : "-";
        return new Paragraph($"{mark} {Of(only.Inline)}", ParagraphKind.Item);
    }

    private static void Append(StringBuilder text, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case LinkInline { Url: var url } link when IsOnTheWeb(url):
                text.Append(CultureInfo.InvariantCulture, $"{Of(link)} ({url})");
                break;
            case ContainerInline container:
                foreach (var child in container)
                    Append(text, child);
                break;
        }
    }

    /// <summary>Returns true for a web address. Other addresses are pages of this help.</summary>
    internal static bool IsOnTheWeb(string? url) => url?.StartsWith("http", StringComparison.Ordinal) == true;
}
