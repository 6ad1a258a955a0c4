using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TencentImageReplication.HelpBuilder.Commands;

/// <summary>Reads the page of a command in the format of PlatyPS (schema 2.0.0), and refuses contradictions.</summary>
internal static partial class CommandPageReader
{
    private const string Schema = "2.0.0";
    private const string CommonParameters = "CommonParameters";
    private const string DefaultMark = " (Default)";
    private const string OnlySet = "__AllParameterSets";

    internal static CommandPage Read(MarkdownPage page)
    {
        var top = page.Top;
        if (page.FrontMatter["schema"] != Schema)
            throw top.Error($"The schema must be {Schema}.");

        var parameters = Parameters(top.Require("PARAMETERS"));
        return new CommandPage
        {
            Name = page.Name,
            HelpFile = page.FrontMatter["external help file"],
            OnlineVersion = page.FrontMatter["online version"],
            Synopsis = top.Require("SYNOPSIS").RequireText(),
            Description = top.Require("DESCRIPTION").RequireText(),
            ParameterSets = Sets(top.Require("SYNTAX"), parameters),
            Parameters = parameters,
            Inputs = Types(top.Require("INPUTS")),
            Outputs = Types(top.Require("OUTPUTS")),
            Notes = top.Require("NOTES").RequireText(),
            Examples = [.. top.Require("EXAMPLES").Sections.Select(Example)],
            Links = Links(top.Require("RELATED LINKS")),
        };
    }

    private static IReadOnlyList<ParameterHelp> Parameters(Section section)
    {
        if (section.Sections.LastOrDefault()?.Title != CommonParameters)
            throw section.Error($"The last parameter must be {CommonParameters}.");
        return [.. section.Sections.SkipLast(1).Select(ParameterReader.Read)];
    }

    private static ParameterSet[] Sets(Section section, IReadOnlyList<ParameterHelp> parameters)
    {
        // A command with one parameter set has its syntax directly below the heading.
        var sets = section.Sections.Count > 0
            ? section.Sections.Select(below => Set(below, below.Title.Replace(DefaultMark, "", StringComparison.Ordinal), parameters)).ToArray()
            : [Set(section, OnlySet, parameters)];
        var known = sets.Select(set => set.Name).Append(ParameterHelp.AllSets).ToHashSet(StringComparer.Ordinal);
        return parameters.FirstOrDefault(parameter => !known.IsSupersetOf(parameter.Sets)) is { } lost
            ? throw section.Error($"-{lost.Name} is in a parameter set that has no syntax.")
            : sets;
    }

    private static ParameterSet Set(Section section, string name, IReadOnlyList<ParameterHelp> parameters)
    {
        if (section.Code().FirstOrDefault() is not { } code)
            throw section.Error("There is no syntax.");

        var order = ParameterName().Matches(PlainText.Of(code)).Select(match => match.Groups[1].Value).ToList();
        var inSet = parameters.Where(parameter => parameter.IsIn(name)).ToList();
        return order.Order(StringComparer.Ordinal).SequenceEqual(inSet.Select(parameter => parameter.Name).Order(StringComparer.Ordinal))
            ? new ParameterSet(name, [.. inSet.OrderBy(parameter => order.IndexOf(parameter.Name))])
            : throw section.Error($"The syntax and the descriptions do not have the same parameters in the set '{name}'.");
    }

    private static ExampleHelp Example(Section section)
    {
        if (section.Code().FirstOrDefault() is not { } code)
            throw section.Error("There is no code.");

        section.Blocks.Remove(code);
        return new ExampleHelp(section.Title, PlainText.Of(code), section.RequireText());
    }

    private static IReadOnlyList<TypeHelp> Types(Section section) =>
        [.. section.Sections.Select(type => new TypeHelp(type.Title, type.Text()))];

    private static IReadOnlyList<RelatedLink> Links(Section section) =>
        [.. section.Blocks.OfType<ParagraphBlock>().SelectMany(block => block.Inline!.OfType<LinkInline>()).Select(link =>
            new RelatedLink(PlainText.Of(link), PlainText.IsOnTheWeb(link.Url) ? link.Url! : ""))];

    // [[-ImageId] <String[]>], [-Force]: a dash after a bracket or a space.
    [GeneratedRegex(@"(?<=[\s\[])-(\w+)")]
    private static partial Regex ParameterName();
}
