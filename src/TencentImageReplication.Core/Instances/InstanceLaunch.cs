using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Instances;

/// <summary>An accepted request for instances.</summary>
/// <param name="Request">The request, with the zone and the client token that were used.</param>
/// <param name="InstanceIds">The instances; none after a dry run.</param>
/// <param name="RequestId">The request ID of the response.</param>
public sealed record InstanceLaunch(RunInstancesRequest Request, IReadOnlyList<string> InstanceIds, string? RequestId)
{
    /// <summary>True if an earlier request created the instances.</summary>
    public bool Reused { get; init; }

    /// <summary>The number of attempts: the response to an earlier one may be lost.</summary>
    internal int Attempts { get; init; }

    /// <summary>The instances that were found after the request.</summary>
    internal IReadOnlyList<Instance> Found { get; init; } = [];

    /// <summary>The time before the request, by the clock of this computer.</summary>
    internal DateTimeOffset SentAt { get; init; }

    /// <summary>The error of a response that does not name all instances; null for a complete response.</summary>
    public TencentCloudException? Incomplete { get; init; }
}
