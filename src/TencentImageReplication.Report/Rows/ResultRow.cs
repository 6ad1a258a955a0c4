namespace TencentImageReplication.Report.Rows;

/// <summary>The test of a copy, or its publication to a launch template or a scaling group.</summary>
public sealed record ResultRow
{
    /// <summary>The image, or the target of a publication.</summary>
    public string Name { get; init; } = "";

    /// <summary>The ID of the image.</summary>
    public string? ImageId { get; init; }

    /// <summary>The account; empty when the row names none.</summary>
    public string Account { get; init; } = "";

    /// <summary>The region.</summary>
    public string Region { get; init; } = "";

    /// <summary>The state.</summary>
    public ReportState State { get; init; }

    /// <summary>The status, as the row has it.</summary>
    public string Status { get; init; } = "";

    /// <summary>The other columns that have a value, with their names.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Details { get; init; } = [];

    /// <summary>The error; null for none.</summary>
    public RowError? Error { get; init; }
}
