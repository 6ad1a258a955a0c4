namespace TencentImageReplication.Core.Rollout;

/// <summary>An image in a target, and the state of its publication.</summary>
public sealed record Publication
{
    /// <summary>The account; null if it could not be read.</summary>
    public string? AccountId { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The kind of the target.</summary>
    public required PublicationKind Kind { get; init; }

    /// <summary>The ID of the target; empty if it was not found.</summary>
    public string TargetId { get; init; } = "";

    /// <summary>The name of the target.</summary>
    public string TargetName { get; init; } = "";

    /// <summary>The launch configuration of a group; for a launch configuration, itself.</summary>
    public string? ConfigurationId { get; init; }

    /// <summary>The names of all groups that create instances from the launch configuration.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The number of instances to reinstall; null without a refresh.</summary>
    public long? InstanceCount { get; init; }

    /// <summary>The image before; null if it is not known.</summary>
    public string? PreviousImageId { get; init; }

    /// <summary>The image that is published.</summary>
    public required string ImageId { get; init; }

    /// <summary>The default version of a template before; null if it is not known.</summary>
    public long? PreviousVersion { get; init; }

    /// <summary>The version of a template that has the image.</summary>
    public long? Version { get; init; }

    /// <summary>The refresh of a group, or its rollback.</summary>
    public string? RefreshActivityId { get; init; }

    /// <summary>The share of the instances of the refresh that are done, in percent.</summary>
    public int? RefreshProgress { get; init; }

    /// <summary>True while a refresh keeps the group disabled; null for other kinds.</summary>
    public bool? IsGroupDisabled { get; init; }

    /// <summary>The result.</summary>
    public PublicationStatus Status { get; init; }

    /// <summary>The time the target was changed.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The time everything was done.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The reason for the status, for the user; null for none.</summary>
    public string? Reason { get; init; }

    /// <summary>The error: a <see cref="Rules.RuleViolationException"/> or a failed request.</summary>
    public Exception? Error { get; init; }

    /// <summary>Tencent's ID of the request that changed the target.</summary>
    public string? RequestId { get; init; }

    /// <summary>Creates the row of a target as the user names it.</summary>
    /// <param name="target">The target.</param>
    /// <param name="region">Its region.</param>
    /// <param name="imageId">The image; empty if there is none.</param>
    internal static Publication Of(TargetSelector target, string region, string imageId) => new()
    {
        Region = region,
        Kind = target.Kind,
        TargetId = target.IsId ? target.Text : "",
        TargetName = target.IsId ? "" : target.Text,
        ImageId = imageId,
    };
}
