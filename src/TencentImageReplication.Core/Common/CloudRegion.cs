namespace TencentImageReplication.Core.Common;

/// <summary>A region of Tencent Cloud.</summary>
/// <param name="Id">The region ID, such as <c>ap-guangzhou</c>.</param>
/// <param name="EnglishName">The display name in English.</param>
/// <param name="ChineseName">The display name in Chinese, as the service returns it.</param>
/// <param name="Area">The area, which decides if an image can be copied.</param>
/// <param name="IsLegacy">True if Tencent no longer sells there.</param>
public sealed record CloudRegion(string Id, string EnglishName, string ChineseName, RegionArea Area, bool IsLegacy = false)
{
    /// <summary>The display name in the language of the UI culture.</summary>
    public string DisplayName => Localized.Text(EnglishName, ChineseName);
}
