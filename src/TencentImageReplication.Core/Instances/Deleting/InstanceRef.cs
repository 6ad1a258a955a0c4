namespace TencentImageReplication.Core.Instances.Deleting;

/// <summary>Identifies an instance.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Region">The region it is in.</param>
public sealed record InstanceRef(string InstanceId, string Region);
