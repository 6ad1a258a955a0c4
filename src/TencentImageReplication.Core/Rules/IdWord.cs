namespace TencentImageReplication.Core.Rules;

/// <summary>The words that IDs are made of.</summary>
/// <remarks>Looked at by hand: to have a regular expression made ready costs a shell's first command two milliseconds.</remarks>
internal static class IdWord
{
    /// <summary>Whether a word has small letters alone, and at least one.</summary>
    public static bool HasLettersAlone(string word) => Has(word, digitsToo: false);

    /// <summary>Whether a word has small letters and digits alone, and at least one.</summary>
    public static bool HasLettersAndDigitsAlone(string word) => Has(word, digitsToo: true);

    private static bool Has(string word, bool digitsToo)
    {
        foreach (var character in word)
        {
            if (character is not (>= 'a' and <= 'z') && !(digitsToo && character is >= '0' and <= '9'))
                return false;
        }

        return word.Length > 0;
    }
}
