using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>Finds texts for users that are not in both languages, or have different values in them.</summary>
internal static partial class Translations
{
    // For programmers, not for administrators.
    private static readonly string[] ExceptionsForProgrammers =
        [nameof(InvalidOperationException), nameof(ArgumentOutOfRangeException), nameof(NotSupportedException)];

    /// <summary>Returns the problems of the texts in a file, each with its line.</summary>
    /// <param name="source">The source.</param>
    /// <param name="allowed">Returns true for a text that needs no translation.</param>
    internal static IReadOnlyList<string> FindProblems(string source, Func<string, bool>? allowed = null)
    {
        // Both builds: texts only for Windows PowerShell are read too.
        string[][] builds = [["NET"], []];
        return [.. builds.SelectMany(symbols => FindProblems(source, symbols, allowed ?? (_ => false))).Distinct()];
    }

    private static IEnumerable<string> FindProblems(string source, string[] symbols, Func<string, bool> allowed)
    {
        var root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: symbols)).GetRoot();
        foreach (var text in root.DescendantNodes().OfType<ExpressionSyntax>().Where(IsText))
        {
            if (IsForPeople(text) && !IsInTranslation(text) && !IsExempt(text) && !allowed(WordsOf(text)))
                yield return $"{LineOf(text)}: no translation: {text}";
        }

        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsTranslation))
        {
            var arguments = call.ArgumentList.Arguments;
            if (arguments.Count != 2)
            {
                yield return $"{LineOf(call)}: not two texts: {call}";
                continue;
            }

            var (english, chinese) = (arguments[0].Expression, arguments[1].Expression);
            if (Texts(english).Any(text => Chinese().IsMatch(WordsOf(text))))
                yield return $"{LineOf(call)}: Chinese in the English text: {english}";
            var (inEnglish, inChinese) = (Holes(english), Holes(chinese));
            if (!inEnglish.SetEquals(inChinese))
                yield return $"{LineOf(call)}: not the same values ({string.Join(", ", inEnglish)}) and ({string.Join(", ", inChinese)}): {call}";
            // Without words, only the punctuation differs in Chinese.
            var saysSomething = Texts(english).Any(text => Letter().IsMatch(WordsOf(text)));
            if (saysSomething && !Texts(chinese).Any(text => Chinese().IsMatch(WordsOf(text))))
                yield return $"{LineOf(call)}: no Chinese: {chinese}";
        }
    }

    private static bool IsText(ExpressionSyntax node) =>
        node is InterpolatedStringExpressionSyntax || node.IsKind(SyntaxKind.StringLiteralExpression);

    private static IEnumerable<ExpressionSyntax> Texts(ExpressionSyntax node) =>
        node.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Where(IsText);

    // Two words with a space between them; a hole counts as a word.
    private static bool IsForPeople(ExpressionSyntax text) => TwoWords().IsMatch(Units().Replace(WordsOf(text), "\u25a1"));

    private static string WordsOf(ExpressionSyntax text) => text is InterpolatedStringExpressionSyntax interpolated
        ? string.Concat(interpolated.Contents.Select(part => part is InterpolatedStringTextSyntax words ? words.TextToken.ValueText : "\u25a1"))
        : ((LiteralExpressionSyntax)text).Token.ValueText;

    private static HashSet<string> Holes(ExpressionSyntax text) => text.DescendantNodesAndSelf()
        .OfType<InterpolationSyntax>()
        .SelectMany(ValuesOf)
        .ToHashSet(StringComparer.Ordinal);

    // In a hole with words, such as a plural or the separator of a list, only its variables count.
    private static IEnumerable<string> ValuesOf(InterpolationSyntax hole) => Texts(hole.Expression).Any()
        ? hole.Expression.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name)
            .Where(name => name.Parent is not (InvocationExpressionSyntax or InterpolationSyntax))
            .Select(name => $"{{{name}}}")
        : [hole.ToString()];

    private static bool IsTranslation(InvocationExpressionSyntax call) => call.Expression.ToString() == "Localized.Text";

    private static bool IsInTranslation(ExpressionSyntax text) => text.Ancestors().OfType<InvocationExpressionSyntax>().Any(IsTranslation);

    private static bool IsExempt(ExpressionSyntax text) =>
        // A template of a debug message is the argument of an attribute too.
        text.Ancestors().OfType<AttributeSyntax>().Any(attribute => !IsTemplateForPeople(attribute))
        || text.Ancestors().OfType<BaseObjectCreationExpressionSyntax>().Any(creation =>
            creation is ObjectCreationExpressionSyntax { Type: var type } && ExceptionsForProgrammers.Contains(type.ToString()));

    private static bool IsTemplateForPeople(AttributeSyntax attribute) =>
        attribute.Name.ToString() == "LoggerMessage" && !attribute.ToString().Contains("LogLevel.Debug", StringComparison.Ordinal);

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    [GeneratedRegex(@"[\p{L}\u25a1][',;:.]? ['(]?\p{L}\p{L}|\p{L}\p{L}[',;:.]? ['(]?[\p{L}\u25a1]")]
    private static partial Regex TwoWords();

    // The same in both languages.
    [GeneratedRegex(@"\b(GiB|vCPU)\b")]
    private static partial Regex Units();

    // Characters, or punctuation of their width.
    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\p{IsCJKSymbolsandPunctuation}\p{IsHalfwidthandFullwidthForms}]")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\p{L}")]
    private static partial Regex Letter();
}
