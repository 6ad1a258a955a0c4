using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Images.Waiting;

namespace TencentImageReplication.Core.Plans;

/// <summary>One version of a family in one region of one account: its state, the action that the plan asks for, and its result.</summary>
public sealed record PlanRow
{
    /// <summary>The name of the family in the plan.</summary>
    public required string Family { get; init; }

    /// <summary>The version: the name of the source image. That of the copy, when the source is gone.</summary>
    public required string Version { get; init; }

    /// <summary>The name of the account in the plan; <see cref="ReplicationPlan.OwnAccount"/> for that of the connection.</summary>
    public required string Account { get; init; }

    /// <summary>The ID of the account; null when it could not be read.</summary>
    public string? AccountId { get; init; }

    /// <summary>The region of the copy.</summary>
    public required string Region { get; init; }

    /// <summary>The state.</summary>
    public PlanState State { get; init; }

    /// <summary>The steps that are necessary; none when there is nothing to do, or nothing can be done.</summary>
    public PlanActions Action { get; init; }

    /// <summary>The source image of the version, which is its identity.</summary>
    public required ImageIdentity Source { get; init; }

    /// <summary>The copy; null when there is none.</summary>
    public string? ImageId { get; init; }

    /// <summary>The snapshot storage in GiB that the copy is billed for; null when it is not known.</summary>
    public long? SizeGB { get; init; }

    /// <summary>The IDs of what uses the copy, with commas; null when nothing is known to use it.</summary>
    public string? InUseBy { get; init; }

    /// <summary>The reason for the state, in the language of the user.</summary>
    public string? Reason { get; init; }

    /// <summary>The result of the action; null when only states were compared.</summary>
    public PlanStatus? Status { get; init; }

    /// <summary>The time of the request for the copy; null when there was none.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>The time when the copy was first seen as available.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The ID of the last request for this row.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// The error: a <see cref="Transport.Errors.TencentCloudException"/>, a <see cref="Rules.RuleViolationException"/> or a
    /// <see cref="Credentials.CredentialException"/>; null for none.
    /// </summary>
    public Exception? Error { get; init; }

    /// <summary>The wait for the copy, when it ended without a usable copy.</summary>
    public WaitResult? Wait { get; init; }

    /// <summary>True when the image can be used in the region.</summary>
    public bool IsReady { get; init; }
}
