namespace TencentImageReplication.Core.Rules;

/// <summary>Tencent's names of the disk types that a new system disk can have (field <c>DiskType</c> of RunInstances).</summary>
public static class DiskTypes
{
    /// <summary>The network disks that are documented. Local disks come with the instance type.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["CLOUD_BSSD", "CLOUD_PREMIUM", "CLOUD_SSD", "CLOUD_HSSD", "CLOUD_TSSD", "CLOUD_BASIC"];
}
