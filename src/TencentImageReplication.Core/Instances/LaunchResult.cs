using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Instances;

/// <summary>The result of a launch.</summary>
/// <param name="Request">The request of the user.</param>
/// <param name="Launch">The accepted request.</param>
/// <param name="Visible">The instances that the service shows.</param>
public sealed record LaunchResult(LaunchRequest Request, InstanceLaunch Launch, IReadOnlyList<Instance> Visible)
{
    /// <summary>The region of the instances.</summary>
    public string Region => Request.Region;

    /// <summary>Returns an instance of the launch; null if the service does not show it yet.</summary>
    public Instance? Find(string instanceId) => Visible.FirstOrDefault(instance => instance.InstanceId == instanceId);
}
