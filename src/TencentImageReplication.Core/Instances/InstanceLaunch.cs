using TencentImageReplication.Core.Api.Cvm.Actions;

namespace TencentImageReplication.Core.Instances;

/// <summary>An accepted request for instances.</summary>
/// <param name="Request">What was asked for, with the zone and the client token that were used.</param>
/// <param name="InstanceIds">The instances; none after a trial call.</param>
/// <param name="RequestId">The request ID of the answer.</param>
public sealed record InstanceLaunch(RunInstancesRequest Request, IReadOnlyList<string> InstanceIds, string? RequestId);
