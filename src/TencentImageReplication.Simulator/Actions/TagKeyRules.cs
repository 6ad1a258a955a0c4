using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Checks keys and values as the tag service does. Source: page 651/13354 and the texts of the errors.</summary>
internal static class TagKeyRules
{
    private const int MaxKeyLength = 127;
    private const int MaxValueLength = 255;
    private const string AllowedCharacters = " +-=._:/@()[],;><＋－＝／＠（）【】：";
    private static readonly string[] ReservedPrefixes = ["qcs:", "qcloud", "tencent", "project", "项目"];

    /// <summary>Checks keys, none of which may occur twice.</summary>
    public static void CheckKeys(IReadOnlyCollection<string> keys)
    {
        foreach (var key in keys)
            CheckKey(key);
        if (keys.Distinct().Count() < keys.Count)
            throw new ServiceException("InvalidParameterValue.TagKeyDuplicate");
    }

    /// <summary>Checks tags.</summary>
    public static void Check(IReadOnlyCollection<SimulatedTag> tags)
    {
        foreach (var tag in tags)
        {
            CheckKey(tag.Key);
            if (tag.Value.Length == 0)
                throw new ServiceException("InvalidParameterValue.TagValueEmpty", tag.Key);
            if (tag.Value.Length > MaxValueLength)
                throw new ServiceException("InvalidParameterValue.TagValueLengthExceeded", tag.Key);
            if (IsIllegal(tag.Value))
                throw new ServiceException("InvalidParameterValue.TagValueCharacterIllegal", tag.Key);
        }
        CheckKeys([.. tags.Select(tag => tag.Key)]);
    }

    /// <summary>Returns true for a text with a character other than letters and digits of any script, spaces inside, and some others.</summary>
    public static bool IsIllegal(string text) =>
        text.Trim() != text || text.Any(character => !char.IsLetterOrDigit(character) && AllowedCharacters.IndexOf(character) < 0);

    private static void CheckKey(string key)
    {
        if (key.Length == 0)
            throw new ServiceException("InvalidParameterValue.TagKeyEmpty");
        if (key.Length > MaxKeyLength)
            throw new ServiceException("InvalidParameterValue.TagKeyLengthExceeded", key);
        if (Array.Exists(ReservedPrefixes, prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            throw new ServiceException("InvalidParameter.ReservedTagKey", key);
        if (IsIllegal(key))
            throw new ServiceException("InvalidParameterValue.TagKeyCharacterIllegal", key);
    }
}
