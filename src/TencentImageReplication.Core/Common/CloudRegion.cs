namespace TencentImageReplication.Core.Common;

/// <summary>A region of Tencent Cloud.</summary>
/// <param name="Id">The region ID, such as <c>ap-guangzhou</c>.</param>
/// <param name="EnglishName">The name people use, in English.</param>
/// <param name="ChineseName">The name people use, in Chinese: as the service answers it.</param>
/// <param name="Area">Where it is, as far as copying is concerned.</param>
/// <param name="IsLegacy">Whether Tencent has stopped selling there.</param>
public sealed record CloudRegion(string Id, string EnglishName, string ChineseName, RegionArea Area, bool IsLegacy = false)
{
    /// <summary>The name people use, in the language of the UI culture.</summary>
    public string DisplayName => Localized.Text(EnglishName, ChineseName);
}
