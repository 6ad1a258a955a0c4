namespace TencentImageReplication.Core.Rules;

/// <summary>The names of the disk types for system disks (field <c>DiskType</c> of RunInstances).</summary>
public static class DiskTypes
{
    /// <summary>The documented network disks. Local disks come with the instance type.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["CLOUD_BSSD", "CLOUD_PREMIUM", "CLOUD_SSD", "CLOUD_HSSD", "CLOUD_TSSD", "CLOUD_BASIC"];
}
