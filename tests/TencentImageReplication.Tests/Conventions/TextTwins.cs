using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>Reads source for texts that people see, and finds those that are not said in both languages alike.</summary>
internal static partial class TextTwins
{
    // For whoever programs against these, or changes them: not for an administrator.
    private static readonly string[] ExceptionsForProgrammers =
        [nameof(InvalidOperationException), nameof(ArgumentOutOfRangeException), nameof(NotSupportedException)];

    /// <summary>What is wrong with the texts of a file, each with its line.</summary>
    /// <param name="source">The source.</param>
    /// <param name="allowed">Whether a text of this file may be without a twin.</param>
    internal static IReadOnlyList<string> FindProblems(string source, Func<string, bool>? allowed = null)
    {
        // Both builds: what is for Windows PowerShell alone is read as well.
        string[][] builds = [["NET"], []];
        return [.. builds.SelectMany(symbols => FindProblems(source, symbols, allowed ?? (_ => false))).Distinct()];
    }

    private static IEnumerable<string> FindProblems(string source, string[] symbols, Func<string, bool> allowed)
    {
        var root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: symbols)).GetRoot();
        foreach (var text in root.DescendantNodes().OfType<ExpressionSyntax>().Where(IsText))
        {
            if (IsForPeople(text) && !IsInTwin(text) && !IsExempt(text) && !allowed(WordsOf(text)))
                yield return $"{LineOf(text)}: no twin: {text}";
        }

        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsTwin))
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
            // Where there are no words to say in Chinese, the punctuation is what differs.
            var saysSomething = Texts(english).Any(text => Letter().IsMatch(WordsOf(text)));
            if (saysSomething && !Texts(chinese).Any(text => Chinese().IsMatch(WordsOf(text))))
                yield return $"{LineOf(call)}: no Chinese: {chinese}";
        }
    }

    private static bool IsText(ExpressionSyntax node) =>
        node is InterpolatedStringExpressionSyntax || node.IsKind(SyntaxKind.StringLiteralExpression);

    private static IEnumerable<ExpressionSyntax> Texts(ExpressionSyntax node) =>
        node.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Where(IsText);

    // Two words with a space between them; what stands in a hole counts as a word.
    private static bool IsForPeople(ExpressionSyntax text) => TwoWords().IsMatch(Units().Replace(WordsOf(text), "\u25a1"));

    private static string WordsOf(ExpressionSyntax text) => text is InterpolatedStringExpressionSyntax interpolated
        ? string.Concat(interpolated.Contents.Select(part => part is InterpolatedStringTextSyntax words ? words.TextToken.ValueText : "\u25a1"))
        : ((LiteralExpressionSyntax)text).Token.ValueText;

    private static HashSet<string> Holes(ExpressionSyntax text) => text.DescendantNodesAndSelf()
        .OfType<InterpolationSyntax>()
        .SelectMany(ValuesOf)
        .ToHashSet(StringComparer.Ordinal);

    // Where a hole has words of its own, such as a plural or what a list is joined with, what it speaks of counts.
    private static IEnumerable<string> ValuesOf(InterpolationSyntax hole) => Texts(hole.Expression).Any()
        ? hole.Expression.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name)
            .Where(name => name.Parent is not (InvocationExpressionSyntax or InterpolationSyntax))
            .Select(name => $"{{{name}}}")
        : [hole.ToString()];

    private static bool IsTwin(InvocationExpressionSyntax call) => call.Expression.ToString() == "Localized.Text";

    private static bool IsInTwin(ExpressionSyntax text) => text.Ancestors().OfType<InvocationExpressionSyntax>().Any(IsTwin);

    private static bool IsExempt(ExpressionSyntax text) =>
        // A template of a log message, which is for debugging, is the argument of an attribute too.
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
