using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Instances.Deleting;
using TencentImageReplication.Errors;
using TencentImageReplication.Text;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Deletes the instances that killed runs of Test-TccImage have left, by their tag and their age.</summary>
[Cmdlet(VerbsCommon.Clear, "TccImageTest", SupportsShouldProcess = true)]
public sealed class ClearTccImageTestCommand : TccCloudCmdlet
{
    /// <summary>The longest time of a test in seconds: an older instance does not belong to a test that is running.</summary>
    private const int LongestTest = 7200;

    private readonly HashSet<string> _regions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The regions to search; default: the region of the connection.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [TccRegionTransformation(List = true)]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    /// <summary>The minimum age of the instances, as a TimeSpan or in seconds; default: 2 hours, the longest time of a test.</summary>
    [Parameter]
    [TccDurationTransformation(EmptySeconds = LongestTest)]
    [ValidateTccDuration]
    public TimeSpan OlderThan { get; set; } = TimeSpan.FromSeconds(LongestTest);

    /// <inheritdoc/>
    protected override void ProcessRecord() => _regions.UnionWith(ResolveRegions(Region));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var options = new InstanceRemovalOptions { ConfirmAsync = plan => ConfirmAsync(Messages.ClearTest(plan)) };
        var cleaner = EngineFactory.CreateTestCleaner(Scope, Client, options, TimeProvider);
        Run(token => cleaner.RunAsync([.. _regions], OlderThan, Fail, token));
        base.EndProcessing();
    }

    private void Fail(string region, InstanceRef? instance, Exception failure) => PostError(ErrorRecords.TestNotCleared(region, instance, failure));
}
