namespace TencentImageReplication.Core.Common;

/// <summary>Checks the form of a region ID, which becomes a header and, for some regions, part of a host name.</summary>
internal static class RegionId
{
    private const int MaxLabelLength = 63;

    public static void ThrowIfMalformed(string region)
    {
        if (region.Length is 0 or > MaxLabelLength || !region.All(IsAllowed))
        {
            throw new ArgumentException(
                Localized.Text(
                    "A region ID consists of letters, digits and hyphens, such as ap-guangzhou.",
                    "地域 ID 由字母、数字和连字符组成，例如 ap-guangzhou。"), nameof(region));
        }
    }

    private static bool IsAllowed(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-';
}
