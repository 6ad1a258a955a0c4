namespace TencentImageReplication.Simulator.Model;

/// <summary>The default network that every account has in every zone.</summary>
/// <param name="VpcId">The network of the region, <c>vpc-</c> and eight characters.</param>
/// <param name="SubnetId">The subnet of the zone, <c>subnet-</c> and eight characters.</param>
/// <param name="SecurityGroupId">The security group of the region, <c>sg-</c> and eight characters.</param>
public sealed record SimulatedNetwork(string VpcId, string SubnetId, string SecurityGroupId);
