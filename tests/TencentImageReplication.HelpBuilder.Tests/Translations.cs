using System.Globalization;
using TencentImageReplication.HelpBuilder.Commands;

namespace TencentImageReplication.HelpBuilder.Tests;

/// <summary>Compares the pages of two cultures: everything except prose and comments in code must be the same.</summary>
internal static class Translations
{
    /// <param name="first">The folder with the pages of a culture, whose name is that of the culture.</param>
    /// <param name="second">The folder of another culture.</param>
    /// <returns>The differences, one per line, with the page and the part of it.</returns>
    internal static IEnumerable<string> Differences(string first, string second)
    {
        var (left, right) = (Names(first), Names(second));
        foreach (var name in left.Except(right, StringComparer.Ordinal))
            yield return Lacks(second, name, "the page", first);
        foreach (var name in right.Except(left, StringComparer.Ordinal))
            yield return Lacks(first, name, "the page", second);
        foreach (var name in left.Intersect(right, StringComparer.Ordinal))
        {
            var (one, other) = (Parts(first, name), Parts(second, name));
            foreach (var part in one.Keys.Except(other.Keys, StringComparer.Ordinal))
                yield return Lacks(second, name, part, first);
            foreach (var part in other.Keys.Except(one.Keys, StringComparer.Ordinal))
                yield return Lacks(first, name, part, second);
            foreach (var (part, text) in one)
            {
                if (other.TryGetValue(part, out var translation) && translation != text)
                    yield return $"{Page(second, name)}: {part} is not as in {Culture(first)}:\n{text}\n<>\n{translation}";
            }
        }
    }

    private static string Lacks(string folder, string name, string part, string other) =>
        $"{Page(folder, name)}: {part} is missing, but {Culture(other)} has it.";

    private static string Page(string folder, string name) => $"{Culture(folder)}/{name}";

    private static string Culture(string folder) => Path.GetFileName(folder);

    private static List<string> Names(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    // The parts that a translation must have too, by name.
    private static Dictionary<string, string> Parts(string folder, string name)
    {
        var page = MarkdownPage.Read(Path.Combine(folder, name));
        return name.StartsWith("about_", StringComparison.Ordinal) ? TopicParts(page) : CommandParts(CommandPageReader.Read(page));
    }

    private static Dictionary<string, string> CommandParts(CommandPage page)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["the help file"] = page.HelpFile,
            ["the online version"] = page.OnlineVersion,
            ["the types of INPUTS"] = Lines(page.Inputs.Select(type => type.Name)),
            ["the types of OUTPUTS"] = Lines(page.Outputs.Select(type => type.Name)),
            ["the links"] = Lines(page.Links.Select(link => link.Address.Length > 0 ? link.Address : link.Text)),
            ["the number of paragraphs of DESCRIPTION"] = Number(page.Description.Count),
            ["the number of paragraphs of NOTES"] = Number(page.Notes.Count),
        };
        foreach (var set in page.ParameterSets)
            parts.Add($"the syntax of {set.Name}", Lines(set.Parameters.Select(parameter => parameter.Name)));
        foreach (var parameter in page.Parameters)
            parts.Add($"-{parameter.Name}", Facts(parameter));
        foreach (var (index, example) in page.Examples.Index())
            parts.Add($"the code of example {Number(index + 1)}", CodeComments.Remove(example.Code));
        return parts;
    }

    private static Dictionary<string, string> TopicParts(MarkdownPage page)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in page.Top.Sections)
        {
            parts.Add($"the section {section.Title}", Lines(section.Sections.Select(below => Number(below.Level))));
            parts.Add($"the kinds of paragraphs of {section.Title}", Kinds(section));
            foreach (var (index, below) in section.Sections.Index())
                parts.Add($"the kinds of paragraphs of part {Number(index + 1)} of {section.Title}", Kinds(below));
        }

        var codes = page.Top.Sections.SelectMany(section => section.Sections.Prepend(section)).SelectMany(section => section.Code());
        foreach (var (index, code) in codes.Index())
            parts.Add($"code block {Number(index + 1)}", $"{code.Info}\n{CodeComments.Remove(PlainText.Of(code))}");
        return parts;
    }

    private static string Kinds(Section section) => Lines(section.Text().Select(paragraph => paragraph.Kind.ToString()));

    private static string Facts(ParameterHelp parameter) => Lines(
    [
        $"Type: {parameter.Type}",
        $"Parameter Sets: {string.Join(", ", parameter.Sets)}",
        $"Aliases: {string.Join(", ", parameter.Aliases)}",
        $"Accepted values: {string.Join(", ", parameter.AcceptedValues)}",
        $"Required: {parameter.Required}",
        $"Position: {parameter.Position}",
        $"Default value: {parameter.DefaultValue}",
        $"Accept pipeline input: {parameter.PipelineInput}",
        $"Accept wildcard characters: {parameter.Wildcards}",
    ]);

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
