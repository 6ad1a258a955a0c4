using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>An instance in a batch of a refresh.</summary>
public sealed record RefreshBatchRelatedInstance
{
    /// <summary>The instance's ID.</summary>
    public string InstanceId { get; init => field = value ?? ""; } = "";

    /// <summary><c>WAITING</c>, <c>INIT</c>, <c>RUNNING</c>, <c>FAILED</c>, <c>CANCELLED</c>, <c>SUCCESSFUL</c> or <c>NOT_FOUND</c>.</summary>
    public string? InstanceStatus { get; init; }

    /// <summary>The message of its state.</summary>
    [FreeText]
    public string? InstanceStatusMessage { get; init; }
}
