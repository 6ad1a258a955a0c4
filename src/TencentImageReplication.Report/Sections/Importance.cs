using TencentImageReplication.Report.Rows;

namespace TencentImageReplication.Report.Sections;

/// <summary>Orders states: what somebody must look at comes first.</summary>
internal static class Importance
{
    private static readonly ReportState[] Order =
    [
        ReportState.Failed, ReportState.TimedOut, ReportState.Blocked, ReportState.Unknown, ReportState.Missing, ReportState.Outdated,
        ReportState.Copying, ReportState.Planned, ReportState.Different, ReportState.Unpublished, ReportState.Ready, ReportState.Source, ReportState.Held,
        ReportState.Surplus, ReportState.Removed,
    ];

    public static int Of(ReportState state) => Array.IndexOf(Order, state);
}
