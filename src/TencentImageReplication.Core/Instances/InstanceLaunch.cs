using TencentImageReplication.Core.Api.Cvm.Actions;

namespace TencentImageReplication.Core.Instances;

/// <summary>An accepted request for instances.</summary>
/// <param name="Request">The request, with the zone and the client token that were used.</param>
/// <param name="InstanceIds">The instances; none after a dry run.</param>
/// <param name="RequestId">The request ID of the response.</param>
public sealed record InstanceLaunch(RunInstancesRequest Request, IReadOnlyList<string> InstanceIds, string? RequestId);
