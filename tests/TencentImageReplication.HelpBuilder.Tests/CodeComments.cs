namespace TencentImageReplication.HelpBuilder.Tests;

/// <summary>Removes the text of comments from code, so that code with translated comments can be compared.</summary>
internal static class CodeComments
{
    /// <param name="code">Code of PowerShell or of a Unix shell.</param>
    /// <returns>The code, with only a # for each comment.</returns>
    internal static string Remove(string code)
    {
        var lines = code.Split('\n');
        var quote = '\0';
        var hereString = '\0';
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index];
            var start = 0;
            if (hereString != '\0')
            {
                if (!line.StartsWith($"{hereString}@", StringComparison.Ordinal))
                    continue;
                hereString = '\0';
                start = 2;
            }

            var comment = CommentStart(line, start, ref quote);
            if (comment >= 0)
                lines[index] = $"{line[..comment].TrimEnd()} #".TrimStart();
            else if (quote != '\0' && line.EndsWith($"@{quote}", StringComparison.Ordinal))
                (hereString, quote) = (quote, '\0');
        }

        return string.Join('\n', lines);
    }

    // A # outside of quotes at the beginning of a word starts a comment.
    private static int CommentStart(string line, int start, ref char quote)
    {
        for (var index = start; index < line.Length; index++)
        {
            var character = line[index];
            if (quote != '\0')
            {
                if (character == quote)
                    quote = '\0';
                else if (character == '`' && quote == '"')
                    index++;
            }
            else if (character is '\'' or '"')
            {
                quote = character;
            }
            else if (character == '`')
            {
                index++;
            }
            else if (character == '#' && (index == 0 || char.IsWhiteSpace(line[index - 1])))
            {
                return index;
            }
        }

        return -1;
    }
}
