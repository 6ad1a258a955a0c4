using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>
/// Refuses resources that no simulated account has, such as dedicated hosts. The error is the one for an account without
/// them.
/// </summary>
internal static class UnsupportedResources
{
    private static readonly (string Parameter, string Code)[] Codes =
    [
        ("DisasterRecoverGroupIds", "FailedOperation.DisasterRecoverGroupNotFound"),
        ("HpcClusterId", "ResourceNotFound.HpcCluster"),
        ("ChcIds", "InvalidParameterValue.ChcHostsNotFound"),
        ("DedicatedClusterId", "UnsupportedOperation"),
        ("PartitionNumber", "UnsupportedOperation"),
        ("CpuTopology", "UnsupportedOperation"),
        ("NetworkInterfaces", "UnsupportedOperation"),
        ("Metadata", "UnsupportedOperation"),
    ];

    public static void Refuse(Parameters parameters)
    {
        foreach (var (parameter, code) in Codes)
        {
            if (parameters.HasContent(parameter))
                throw new ServiceException(code, parameter);
        }
        if (parameters.Flag("EnableJumboFrame"))
            throw new ServiceException("UnsupportedOperation.InstanceTypeNotSupportJumboFrame");
        if (parameters.Object("Placement") is { } placement)
        {
            if (placement.Texts("HostIds").Count > 0 || placement.Text("HostId").Length > 0)
                throw new ServiceException("InvalidHostId.NotFound");
            if (placement.Texts("DedicatedResourcePackIds").Count > 0)
                throw new ServiceException("InvalidParameterValue.DedicatedResourcePackIdsNotFound");
        }
    }
}
