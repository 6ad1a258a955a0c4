using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>Finds words and openings in English texts that STYLE.md replaces with plainer ones.</summary>
internal static partial class PlainWords
{
    // A pattern of what STYLE.md bans, and the words to use.
    private static readonly (Regex Found, string Wanted)[] Words =
    [
        Word(@"\balone\b", "only"),
        Word(@"\bbut for\b|\bsave (for|that)\b", "except"),
        Word(@"\b(lent|lends?|lending|borrow\w*)\b", "assume a role, temporary credentials"),
        Word(@"\b(told|tells|telling)\b", "report, show, return, list"),
        Word(@"\basked for\b|\bask(s|ed|ing)? (again|after)\b", "request, retry"),
        Word(@"\b(came|comes?|became|becomes?) of (it|them)\b|\bwhatever (came|comes|became)\b", "the result"),
        Word(@"\b(is|are|was|were) (not )?to (be|do|get|give|go|have|make|say|stay|take)\b", "must, should, will"),
        Word(@"\b(go|goes|went|going|gone) on\b", "continue, resume"),
        Word(@"\bmade of\b|\bmak(e|es|ing) ((an?|the|custom|new) )*(images?|copy|copies|requests?|rows?|it|them|one) of\b", "create … from"),
        Word(@"\binto being\b|\bon being\b", "create, continue"),
        Word(@"\b(hand|hands|handed|handing) (\w+ )?(on|out|over|back)\b|\bgiv(e|es|en|ing) out\b", "emit, return, pass"),
        Word(@"\banswer(s|ed|ing)?\b", "response, respond"),
        Word(@"\brepeat(s|ed|ing)? (a|the|this|that) (request|call|command|copy)\b|\bbefore you repeat\b|\battempts? again\b", "retry"),
        Word(@"\btrials?\b", "dry run"),
        Word(@"\btwins?\b", "look-alike, translation"),
        Word(@"\bpac(e|es|ed|ing|ers?)\b", "rate limit"),
        Word(@"\b(take|takes|took|taken|taking) (\S+ ){0,3}(away|back)\b|\bthrow(s|n|ing)? away\b", "delete, remove, stop sharing"),
        Word(@"\bdo(es)? not do\b", "does not meet the requirements of"),
        Word(@"\bcan(not)? be had\b|\bcould (not )?be had\b", "is (not) available"),
        Word(@"\bfor good\b", "permanently"),
        Word(@"\ball the same\b", "anyway, still"),
        Word(@"\bbe it\b", "even if"),
        Word(@"\bthan nothing\b", "greater than zero"),
        Word(@"\bwants? to know\b", "requires"),
        Word(@"\bnowhere to\b", "specify -DestinationRegion"),
        Word(@"\bsettl(e|es|ed|ing)\b", "end, final"),
    ];

    // Only in messages: what a user must do or know is said directly.
    private static readonly (Regex Found, string Wanted)[] WordsOfMessages =
    [
        Word(@"\bgive (-\w+|both|another|each)\b", "specify"),
        Word(@"\bthe service decides\b", "the request is sent anyway"),
        Word(@"' is no \w+", "is not a valid …"),
        Word(@"\bcopying (itself )?is free\b", "nothing: see Tencent Cloud's prices"),
    ];

    /// <summary>Finds banned words and openings in the summaries and the English messages of source code.</summary>
    internal static IEnumerable<string> FindInCode(string source)
    {
        // Both builds: texts only for Windows PowerShell are read too.
        string[][] builds = [["NET"], []];
        return builds.SelectMany(symbols => FindInCode(source, symbols)).Distinct();
    }

    /// <summary>Finds banned words and openings of paragraphs in a page, except in code.</summary>
    internal static IEnumerable<string> FindInPage(string page)
    {
        var text = Code().Replace(page.ReplaceLineEndings("\n"), "\u25a1");
        foreach (var paragraph in text.Split("\n\n").Select(paragraph => Space().Replace(paragraph.Trim(), " ")))
        {
            if (Opening().IsMatch(HeadingBefore().Replace(paragraph, "")))
                yield return $"opening: {paragraph}";
            foreach (var problem in FindIn(paragraph, Words))
                yield return problem;
        }
    }

    private static IEnumerable<string> FindInCode(string source, string[] symbols)
    {
        var root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: symbols)).GetRoot();
        foreach (var summary in root.DescendantNodes(descendIntoTrivia: true).OfType<XmlElementSyntax>().Where(IsSummary).Select(TextOf))
        {
            if (Opening().IsMatch(summary) || OpeningOfSummary().IsMatch(summary))
                yield return $"opening: {summary}";
            foreach (var problem in FindIn(summary, Words))
                yield return problem;
        }

        foreach (var message in root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsMessage).Select(EnglishOf))
        {
            foreach (var problem in FindIn(message, [.. Words, .. WordsOfMessages]))
                yield return problem;
        }
    }

    private static IEnumerable<string> FindIn(string text, IEnumerable<(Regex Found, string Wanted)> words) =>
        from word in words
        let match = word.Found.Match(text)
        where match.Success
        select $"{match.Value} ({word.Wanted}): {text}";

    private static bool IsSummary(XmlElementSyntax element) => element.StartTag.Name.ToString() == "summary";

    // References and code count as a word.
    private static string TextOf(XmlElementSyntax summary) => Space().Replace(
        string.Concat(summary.Content.Select(part => part is XmlTextSyntax text
            ? string.Concat(text.TextTokens.Select(token => token.ValueText))
            : "\u25a1")),
        " ").Trim();

    private static bool IsMessage(InvocationExpressionSyntax call) =>
        call.Expression.ToString() == "Localized.Text" && call.ArgumentList.Arguments.Count == 2;

    private static string EnglishOf(InvocationExpressionSyntax call) => string.Concat(call.ArgumentList.Arguments[0].DescendantTokens()
        .Select(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken ? token.ValueText
            : token.IsKind(SyntaxKind.OpenBraceToken) ? "\u25a1" : ""));

    private static (Regex Found, string Wanted) Word(string pattern, string wanted) => (new Regex(pattern, RegexOptions.IgnoreCase), wanted);

    [GeneratedRegex(@"^(What|Whether|Which|How|Where|Why|Who|Whose)\b(?!.*\?$)")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(When|Whatever|Tells|Hands|Says (what|whether|which|how|with|so)|Makes (what|(an? |the )?(connection|context|cop|error|image|record|request|row)\w*))\b")]
    private static partial Regex OpeningOfSummary();

    [GeneratedRegex(@"^```.*?^```|`[^`]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^#+ \S+ ")]
    private static partial Regex HeadingBefore();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
