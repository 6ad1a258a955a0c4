namespace TencentImageReplication.Core.Transport.Calls;

/// <summary>The two sites of Tencent Cloud, with separate accounts and hosts.</summary>
public enum TencentCloudSite
{
    /// <summary>The Chinese site, <c>cloud.tencent.com</c>.</summary>
    China,

    /// <summary>The international site, <c>tencentcloud.com</c>.</summary>
    International,
}
