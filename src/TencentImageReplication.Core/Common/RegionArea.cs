namespace TencentImageReplication.Core.Common;

/// <summary>Where a region is, as far as copying images is concerned.</summary>
public enum RegionArea
{
    /// <summary>On the Chinese mainland.</summary>
    ChineseMainland,

    /// <summary>A finance region on the Chinese mainland: an isolated network, reached only by its own host.</summary>
    ChineseMainlandFinance,

    /// <summary>Anywhere else, Hong Kong and Taiwan included.</summary>
    Outside,
}
