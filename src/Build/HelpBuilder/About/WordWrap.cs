using System.Text;

namespace TencentImageReplication.HelpBuilder.About;

/// <summary>Breaks text into lines: at blanks, and between the letters of Chinese, which has none.</summary>
internal static class WordWrap
{
    private const char FirstWide = '\u2e80';
    private const string NeverFirst = "，。、；：！？）」』》";

    /// <param name="text">The text, words with blanks between them.</param>
    /// <param name="columns">The most columns of a line. A longer word has a line of its own.</param>
    /// <param name="hanging">By how much all lines but the first are set in.</param>
    internal static IEnumerable<string> Lines(string text, int columns, int hanging)
    {
        var line = new StringBuilder();
        var width = 0;
        var isEmpty = true;
        foreach (var (piece, afterBlank) in Pieces(text))
        {
            var blank = afterBlank && !isEmpty ? " " : "";
            if (!isEmpty && width + blank.Length + Width(piece) > columns)
            {
                yield return line.ToString();
                line.Clear().Append(' ', hanging);
                width = hanging;
                blank = "";
            }

            line.Append(blank).Append(piece);
            width += blank.Length + Width(piece);
            isEmpty = false;
        }

        if (!isEmpty)
            yield return line.ToString();
    }

    // What cannot be broken, and whether a blank stood before it.
    private static IEnumerable<(string Piece, bool AfterBlank)> Pieces(string text)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var start = 0;
            for (var index = 1; index < word.Length; index++)
            {
                if ((!IsWide(word[index]) && !IsWide(word[index - 1])) || NeverFirst.Contains(word[index], StringComparison.Ordinal))
                    continue;
                yield return (word[start..index], start == 0);
                start = index;
            }

            yield return (word[start..], start == 0);
        }
    }

    /// <summary>The columns that a text takes: two for a letter of Chinese.</summary>
    internal static int Width(string text) => text.Sum(letter => IsWide(letter) ? 2 : 1);

    private static bool IsWide(char letter) => letter >= FirstWide;
}
