namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>An application load balancer of a scaling group.</summary>
public sealed record ForwardLoadBalancer
{
    /// <summary>The load balancer's ID.</summary>
    public string LoadBalancerId { get; init => field = value ?? ""; } = "";
}
