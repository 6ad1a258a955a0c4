namespace TencentImageReplication.Simulator.Protocol;

/// <summary>The actions and fields of CVM that the international site does not have. Source: the models of both official Go clients.</summary>
internal static class InternationalSite
{
    private static readonly HashSet<string> Actions = new(StringComparer.Ordinal)
    {
        "DescribeInstanceTypeConfigs", "DescribeAccountQuota", "InquiryPriceTerminateInstances", "DescribeTaskInfo",
    };

    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal)
    {
        "Image.CdcCacheStatus",
        "SystemDisk.Encrypt",
        "SystemDisk.KmsKeyId",
        "RunInstancesRequest.NetworkInterfaces",
        "RunInstancesRequest.PartitionNumber",
        "InquiryPriceRunInstancesRequest.NetworkInterfaces",
        "CreateLaunchTemplateRequest.NetworkInterfaces",
        "CreateLaunchTemplateVersionRequest.NetworkInterfaces",
        "Placement.RackId",
        "Placement.DedicatedResourcePackTenancy",
        "Placement.DedicatedResourcePackIds",
        "Instance.DisasterRecoverGroupIds",
        "Instance.CpuTopology",
        "Instance.PartitionNumber",
        "ImportImageRequest.ImportImageDataDiskList",
        "ImportImageResponse.ImageId",
    };

    public static bool HasAction(string service, string action) => service != "cvm" || !Actions.Contains(action);

    public static bool HasField(string service, string type, string field) => service != "cvm" || !Fields.Contains($"{type}.{field}");
}
