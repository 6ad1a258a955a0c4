using System.Management.Automation;
using TencentImageReplication.Abstractions;

namespace TencentImageReplication.Tests.Abstractions;

/// <summary>Feeds more than may wait to work that fails before it has read any of it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Hungry")]
public sealed class HungryCommand : TccCmdlet
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
