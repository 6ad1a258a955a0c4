namespace TencentImageReplication.Report.Rows;

/// <summary>A copy in a region, from a row of a copy, a row of a plan or a line of a journal.</summary>
public sealed record CopyRow
{
    /// <summary>The family of a plan, or the name of the image.</summary>
    public string Name { get; init; } = "";

    /// <summary>The version of the family; the name of the image for a row without a plan.</summary>
    public string Version { get; init; } = "";

    /// <summary>The name of the account in its plan.</summary>
    public string Account { get; init; } = "";

    /// <summary>The region of the copy.</summary>
    public string Region { get; init; } = "";

    /// <summary>The state.</summary>
    public ReportState State { get; init; }

    /// <summary>The state that was found before an action; null for a row without a plan.</summary>
    public ReportState? Found { get; init; }

    /// <summary>The steps that a plan asks for; null for none.</summary>
    public string? Action { get; init; }

    /// <summary>The source image.</summary>
    public string SourceImageId { get; init; } = "";

    /// <summary>The time the source image was created.</summary>
    public DateTimeOffset? SourceCreatedTime { get; init; }

    /// <summary>The ID of the copy; null if there is none.</summary>
    public string? ImageId { get; init; }

    /// <summary>The size in GiB, for which the copy is billed.</summary>
    public long? SizeGB { get; init; }

    /// <summary>The reason for the state.</summary>
    public string? Reason { get; init; }

    /// <summary>True if the comparison of a plan found the copy.</summary>
    public bool IsThere { get; init; }

    /// <summary>The time of the last decision of a run, from a journal.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The time of the decision that the request followed; null if it is not known.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>The time of the request for the copy; null if it existed before.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>The time when the copy was first seen as available.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>True if the copy existed before.</summary>
    public bool Reused { get; init; }

    /// <summary>The error; null for none.</summary>
    public RowError? Error { get; init; }
}
