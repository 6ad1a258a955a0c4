namespace TencentImageReplication.Core.Common;

/// <summary>What a region ID may look like: it becomes a header and, for some, part of a host name.</summary>
internal static class RegionId
{
    private const int LongestLabel = 63;

    public static void ThrowIfMalformed(string region)
    {
        if (region.Length is 0 or > LongestLabel || !region.All(IsAllowed))
        {
            throw new ArgumentException(
                Localized.Text(
                    "A region ID consists of letters, digits and hyphens, such as ap-guangzhou.",
                    "地域 ID 由字母、数字和连字符组成，例如 ap-guangzhou。"), nameof(region));
        }
    }

    private static bool IsAllowed(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-';
}
