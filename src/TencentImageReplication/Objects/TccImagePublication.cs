namespace TencentImageReplication;

/// <summary>An image in a launch template, launch configuration or scaling group, and the result of publishing it or of undoing that.</summary>
public sealed record TccImagePublication
{
    /// <summary>The ID of the account; null when it could not be read.</summary>
    public string? AccountId { get; internal init; }

    /// <summary>The region of the target and the image.</summary>
    public string Region { get; internal init; } = "";

    /// <summary>The kind of the target.</summary>
    public TccPublicationKind Kind { get; internal init; }

    /// <summary>The ID of the target; empty if it was not found.</summary>
    public string TargetId { get; internal init; } = "";

    /// <summary>The name of the target.</summary>
    public string TargetName { get; internal init; } = "";

    /// <summary>The image before; null when it is not known.</summary>
    public string? PreviousImageId { get; internal init; }

    /// <summary>The image that is published.</summary>
    public string ImageId { get; internal init; } = "";

    /// <summary>The default version of a launch template before; null when it is not known, and for other kinds.</summary>
    public int? PreviousVersion { get; internal init; }

    /// <summary>The version of a launch template that has the image; null for other kinds.</summary>
    public int? Version { get; internal init; }

    /// <summary>The launch configuration of a group; null for a launch template.</summary>
    public string? LaunchConfigurationId { get; internal init; }

    /// <summary>The names of all groups that create instances from the launch configuration; null for a launch template.</summary>
    public string? AffectedGroup { get; internal init; }

    /// <summary>The number of instances to reinstall; null without a refresh.</summary>
    public int? InstanceCount { get; internal init; }

    /// <summary>True while the refresh keeps the group disabled: it neither grows nor shrinks. Null without a refresh.</summary>
    public bool? GroupDisabled { get; internal init; }

    /// <summary>The refresh of the group, or its rollback; null without one.</summary>
    public string? RefreshActivityId { get; internal init; }

    /// <summary>The share of instances that are done, in percent; null without a refresh.</summary>
    public int? RefreshProgress { get; internal init; }

    /// <summary>The result.</summary>
    public TccPublicationStatus Status { get; internal init; }

    /// <summary>The reason for the result; null when there is nothing to say.</summary>
    public string? Reason { get; internal init; }

    /// <summary>The time the target got the image, in UTC, by the clock of this computer.</summary>
    public TccTime? PublishedAt { get; internal init; }

    /// <summary>The time everything was done, in UTC, by the clock of this computer.</summary>
    public TccTime? CompletedAt { get; internal init; }

    /// <summary>Tencent's error code, or the ID of the rule that is in the way.</summary>
    public string? ErrorCode { get; internal init; }

    /// <summary>The error message.</summary>
    public string? ErrorMessage { get; internal init; }

    /// <summary>Tencent's ID of the request that changed the target, for its support.</summary>
    public string? RequestId { get; internal init; }

    /// <summary>The row of the image, when a replication plan is carried out; the table of the run shows it. No file keeps it.</summary>
    internal TccReplicationRow? PlanRow { get; init; }

    /// <summary>
    /// The connection to the account, if it came with a row of a replication plan, for commands that the row is piped into. No file keeps it.
    /// </summary>
    internal TccContext? Context { get; init; }

    /// <summary>The ID of the target.</summary>
    public override string ToString() => TargetId;
}
