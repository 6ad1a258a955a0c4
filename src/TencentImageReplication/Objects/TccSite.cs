namespace TencentImageReplication;

/// <summary>The two sites of Tencent Cloud, with separate accounts and hosts.</summary>
public enum TccSite : long
{
    /// <summary>The Chinese site, cloud.tencent.com.</summary>
    China,

    /// <summary>The international site, tencentcloud.com.</summary>
    International,
}
