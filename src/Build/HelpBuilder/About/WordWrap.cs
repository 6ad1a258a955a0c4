using System.Text;

namespace TencentImageReplication.HelpBuilder.About;

/// <summary>Breaks text into lines: at spaces, and between the characters of Chinese, which has no spaces.</summary>
internal static class WordWrap
{
    private const char FirstWide = '\u2e80';
    private const string NeverFirst = "，。、；：！？）」』》";

    /// <param name="text">The text.</param>
    /// <param name="columns">The maximum width of a line. A longer word gets its own line.</param>
    /// <param name="hanging">The indentation of all lines except the first.</param>
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

    // A part that cannot be broken, and whether a space precedes it.
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

    /// <summary>Returns the width of a text: a Chinese character has two columns.</summary>
    internal static int Width(string text) => text.Sum(letter => IsWide(letter) ? 2 : 1);

    private static bool IsWide(char letter) => letter >= FirstWide;
}
