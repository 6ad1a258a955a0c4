using System.Text;

namespace TencentImageReplication.HelpBuilder.About;

/// <summary>Writes an about topic as text of 80 columns, in the layout of the topics of PowerShell.</summary>
internal static class TopicWriter
{
    private const int Columns = 80;
    private const int Indent = 4;
    private const int FirstSubheading = 3;

    internal static string Write(TopicPage topic)
    {
        var text = new StringBuilder();
        text.Append("TOPIC\n").Append(' ', Indent).Append(topic.Name).Append('\n');
        foreach (var section in topic.Top.Sections)
            Append(text, section);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Section section)
    {
        text.Append('\n');
        if (section.Level >= FirstSubheading)
            text.Append("  ");
        text.Append(section.Title).Append('\n');

        var last = ParagraphKind.Text;
        foreach (var (index, paragraph) in section.Text().Index())
        {
            // No empty line between items.
            if (index > 0 && (last, paragraph.Kind) is not (ParagraphKind.Item, ParagraphKind.Item))
                text.Append('\n');
            Append(text, paragraph);
            last = paragraph.Kind;
        }

        foreach (var below in section.Sections)
            Append(text, below);
    }

    private static void Append(StringBuilder text, Paragraph paragraph)
    {
        var lines = paragraph.Kind switch
        {
            ParagraphKind.Code => paragraph.Text.Split('\n').Select(line => $"    {line}"),
            ParagraphKind.Item => WordWrap.Lines(paragraph.Text, Columns - Indent, hanging: paragraph.Text.IndexOf(' ') + 1),
            _ => WordWrap.Lines(paragraph.Text, Columns - Indent, hanging: 0),
        };
        foreach (var line in lines)
            text.Append(' ', line.Trim().Length == 0 ? 0 : Indent).Append(line.TrimEnd()).Append('\n');
    }
}
