namespace TencentImageReplication.Report.Rows;

/// <summary>Derives the state of a row from the words of its columns. A word of a later version is unknown.</summary>
internal static class ReportStates
{
    /// <summary>The states without anything left to do.</summary>
    public static bool IsGood(ReportState state) => state is ReportState.Ready or ReportState.Source or ReportState.Removed;

    /// <summary>The states that somebody must look at.</summary>
    public static bool IsProblem(ReportState state) => state is ReportState.Failed or ReportState.TimedOut or ReportState.Blocked or ReportState.Unknown;

    /// <summary>The state of a copy, by its status.</summary>
    public static ReportState OfCopy(string? status) => status switch
    {
        "Completed" => ReportState.Ready,
        "Source" => ReportState.Source,
        "Requested" or "Copying" => ReportState.Copying,
        "WouldCopy" or "DryRunPassed" => ReportState.Planned,
        "Failed" => ReportState.Failed,
        "TimedOut" => ReportState.TimedOut,
        _ => ReportState.Unknown,
    };

    /// <summary>The state of a row of a plan: the result of its action, or else the state that was found.</summary>
    public static ReportState OfPlan(string? state, string? status) => status switch
    {
        "Completed" => ReportState.Ready,
        "Requested" => ReportState.Copying,
        "Removed" => ReportState.Removed,
        "Failed" => ReportState.Failed,
        "TimedOut" => ReportState.TimedOut,
        "Unknown" => ReportState.Unknown,
        _ => OfPlanState(state),
    };

    /// <summary>The state of a test or a publication, by its status.</summary>
    public static ReportState OfResult(string? status) => status switch
    {
        "Passed" or "Published" or "Unchanged" => ReportState.Ready,
        "Failed" or "RolledBack" => ReportState.Failed,
        "Paused" => ReportState.TimedOut,
        "Planned" or "Skipped" or "NotStarted" => ReportState.Planned,
        "InProgress" => ReportState.Copying,
        "Undone" => ReportState.Removed,
        _ => ReportState.Unknown,
    };

    /// <summary>Checks that a comparison found the copy.</summary>
    public static bool IsThere(string? state) => state is "InSync" or "Different" or "Outdated" or "Surplus" or "Held";

    /// <summary>The state that a comparison found.</summary>
    public static ReportState OfPlanState(string? state) => state switch
    {
        "InSync" => ReportState.Ready,
        "Copying" => ReportState.Copying,
        "Missing" => ReportState.Missing,
        "Stale" => ReportState.Outdated,
        "Different" => ReportState.Different,
        "Outdated" => ReportState.Unpublished,
        "Surplus" => ReportState.Surplus,
        "Held" => ReportState.Held,
        "Blocked" => ReportState.Blocked,
        _ => ReportState.Unknown,
    };
}
