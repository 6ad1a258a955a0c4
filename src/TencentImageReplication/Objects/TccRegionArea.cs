namespace TencentImageReplication;

/// <summary>Where a region is, as far as copying images is concerned.</summary>
public enum TccRegionArea
{
    /// <summary>On the Chinese mainland.</summary>
    ChineseMainland,

    /// <summary>A finance region on the Chinese mainland: an isolated network.</summary>
    ChineseMainlandFinance,

    /// <summary>Anywhere else, Hong Kong and Taiwan included.</summary>
    Outside,
}
