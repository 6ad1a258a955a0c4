using System.Management.Automation;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Text;

namespace TencentImageReplication.Pipeline;

/// <summary>The progress bar of a refresh.</summary>
internal static class RefreshProgressView
{
    private const int BarId = 1;

    /// <summary>Returns the bar for a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="barId">The number of the bar, for commands with several.</param>
    internal static ProgressRecord Of(RefreshReport report, int barId = BarId)
    {
        var bar = new ProgressRecord(barId, Messages.RefreshActivity(report), Messages.RefreshStatus(report))
        {
            PercentComplete = report.Total > 0 ? 100 * report.Done / report.Total : -1,
        };
        return report.HasEnded ? ProgressBars.Completed(bar) : bar;
    }
}
