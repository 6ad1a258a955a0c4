using System.Management.Automation;
using TencentImageReplication.Abstractions;

namespace TencentImageReplication.Tests.Abstractions;

/// <summary>Feeds more items than the queue holds to work that fails before it reads any.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Hungry")]
public sealed class OverfedCommand : TccCmdlet
{
    protected override void ProcessRecord()
    {
        var feed = new PipelineFeed<int>(this, _ => async _ =>
        {
            await Task.Yield();
            throw new TimeoutException("The work has failed.");
        });
        for (var item = 0; item < 5000; item++)
            feed.Add(item);
    }
}
