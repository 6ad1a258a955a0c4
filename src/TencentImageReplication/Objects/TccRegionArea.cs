namespace TencentImageReplication;

/// <summary>The area of a region, which decides about copies between regions.</summary>
public enum TccRegionArea : long
{
    /// <summary>On the Chinese mainland.</summary>
    ChineseMainland,

    /// <summary>A finance region on the Chinese mainland: an isolated network.</summary>
    ChineseMainlandFinance,

    /// <summary>Anywhere else, including Hong Kong and Taiwan.</summary>
    Outside,
}
