namespace TencentImageReplication.Report.Rows;

/// <summary>The state of an image in a region, as the report shows it.</summary>
public enum ReportState
{
    /// <summary>The copy can be used.</summary>
    Ready,

    /// <summary>The source itself, in its own region.</summary>
    Source,

    /// <summary>The copy is requested or in progress.</summary>
    Copying,

    /// <summary>The copy would be requested.</summary>
    Planned,

    /// <summary>There is no copy.</summary>
    Missing,

    /// <summary>There is only a copy of an earlier image.</summary>
    Outdated,

    /// <summary>The copy differs from the plan.</summary>
    Different,

    /// <summary>The copy can be used, but what the plan names does not start from it yet.</summary>
    Unpublished,

    /// <summary>The plan does not want the copy any more.</summary>
    Surplus,

    /// <summary>The plan does not want the copy any more, but it must not be deleted.</summary>
    Held,

    /// <summary>The copy was deleted.</summary>
    Removed,

    /// <summary>There is no copy, and there cannot be one.</summary>
    Blocked,

    /// <summary>The copy was not available in time.</summary>
    TimedOut,

    /// <summary>The copy, or its change, failed.</summary>
    Failed,

    /// <summary>Nothing is known: the region did not respond.</summary>
    Unknown,
}
