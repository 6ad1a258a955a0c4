using System.Management.Automation;
using System.Threading.Channels;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Text;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Creates instances from images (RunInstances), each in the region of its image.</summary>
[Cmdlet(VerbsCommon.New, "TccInstanceFromImage", SupportsShouldProcess = true)]
[OutputType(typeof(TccInstance))]
public sealed class NewTccInstanceFromImageCommand : InstanceSettingsCommand
{
    private readonly PipelineFeed<LaunchRequest> _launches;
    private readonly PendingRequests _pending = new();
    private bool _isRegionGiven;

    /// <summary>The image to create the instance from.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ValidateTccImageId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(UsableImageIdCompleter))]
    public string? ImageId { get; set; }

    /// <summary>The region of the image and the instance; default: the region of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccRegionTransformation]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Creates instances even if the same command has created instances before.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Waits until the instances are running.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>The maximum wait for them, in seconds.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int TimeoutSec { get; set; } = 600;

    /// <summary>The status of a copy that is piped in: only completed copies can be used.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Status { get; set; }

    /// <summary>The source of a copy that is piped in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? SourceImageId { get; set; }

    /// <summary>The region of that source.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? SourceRegion { get; set; }

    /// <summary>The name of an image that is piped in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? ImageName { get; set; }

    private PipedImage Piped => new(ImageId, Region, Status, SourceImageId);

    private int? MaxWait => Wait ? TimeoutSec : null;

    /// <summary>Creates the command.</summary>
    public NewTccInstanceFromImageCommand() => _launches = new PipelineFeed<LaunchRequest>(this, Begin);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _isRegionGiven = IsGiven(nameof(Region));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (SkipBlankLine(ImageId))
            return;
        // A list of copies may include the source, from which nobody asked for instances.
        if (Piped.IsSource && !(_isRegionGiven && RegionRules.IsSame(ResolveRegion(Region), SourceRegion ?? "")))
            WriteVerbose(Messages.SourceSkipped(ImageId, SourceRegion));
        else if (Piped.SkipReason() is { } reason)
            WriteVerbose(reason);
        else if ((Piped.Problem() ?? SettingsProblem()) is { } problem)
            WriteError(problem);
        else
            _launches.Add(new LaunchRequest(ImageId!, ResolveRegion(Region), ImageName, Settings()));
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => _launches.Complete();

    private protected override string? Interrupted() =>
        _pending.Texts is { Count: > 0 } pending ? Messages.LaunchingStopped(pending) : null;

    private Func<CancellationToken, Task> Begin(ChannelReader<LaunchRequest> requests)
    {
        var options = new LaunchOptions
        {
            Force = Force,
            Requesting = (request, token) => _pending.Add(request, Messages.LaunchOf(request, token)),
            WaitUntilRunning = MaxWait is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            // A price needs a request, so it is shown only before a decision.
            Confirmation = new InstanceConfirmation(ShowsDecisions(), plan => ConfirmAsync(Messages.CreateInstance(plan, Connection.Site))),
        };
        var batch = EngineFactory.CreateLaunchBatch(Scope, Client, options, TimeProvider);
        return token => batch.RunAsync(requests, Emit, Fail, token);
    }

    private void Emit(LaunchResult result)
    {
        PostWritten(() => _pending.Remove(result.Request));
        foreach (var row in LaunchRows.Of(result, MaxWait))
            PostRow(row);
    }

    private void Fail(LaunchRequest request, Exception failure)
    {
        PostWritten(() => _pending.Remove(request));
        PostError(ErrorRecords.LaunchRefused(request, failure));
    }
}
