using System.Management.Automation;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Text;

namespace TencentImageReplication.Pipeline;

/// <summary>The progress bar of a refresh.</summary>
internal static class RefreshProgressView
{
    private const int BarId = 1;

    /// <summary>Returns the bar for a report.</summary>
    internal static ProgressRecord Of(RefreshReport report)
    {
        var bar = new ProgressRecord(BarId, Messages.RefreshActivity(report), Messages.RefreshStatus(report))
        {
            PercentComplete = report.Total > 0 ? 100 * report.Done / report.Total : -1,
        };
        return report.HasEnded ? ProgressBars.Completed(bar) : bar;
    }
}
