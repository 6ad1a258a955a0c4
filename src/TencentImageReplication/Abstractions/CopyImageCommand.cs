using System.Management.Automation;
using System.Threading.Channels;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Text;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Abstractions;

/// <summary>What the two copying cmdlets share: images go in as they come, rows come out as they are known.</summary>
public abstract class CopyImageCommand : TccCloudCmdlet
{
    private readonly RequestedCopies _asked = new();
    private readonly PipelineFeed<ImageCopyRequest> _requests;

    /// <summary>The name of the copies, at most 60 characters. Without it they keep the source's name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateTccImageName]
    public string? DestinationImageName { get; set; }

    /// <summary>What the copies are to get from their source beside the name: Wait-TccImage sets it once a copy is ready.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccCarryOverTransformation]
    public TccCarryOver CarryOver { get; set; }

    /// <summary>Copies even where a custom image of the same name, size and system is already in the destination.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Has the service check the request without copying anything (SyncImages with DryRun).</summary>
    [Parameter]
    public SwitchParameter DryRun { get; set; }

    /// <summary>How many images are worked on at the same time.</summary>
    [Parameter]
    [ValidateRange(1, 500)]
    public int ThrottleLimit { get; set; } = ImageCopyOptions.DefaultThrottleLimit;

    private protected CopyImageCommand() => _requests = new PipelineFeed<ImageCopyRequest>(this, Begin);

    // Not a virtual method that returns the kind: Windows would load the engine to load this class (decision 2).
    private protected abstract ImageCopyOptions Options();

    /// <inheritdoc/>
    protected override void EndProcessing() => _requests.Complete();

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        var inTheMiddle = _requests.IsAtWork;
        base.StopProcessing();
        // The pipeline takes nothing any more, so this goes to the host.
        if (inTheMiddle && (_asked.Answered > 0 || _asked.Unanswered.Count > 0))
            Host.UI.WriteWarningLine(Messages.CopyingStopped(_asked.Answered, _asked.Unanswered));
    }

    private protected void Copy(ImageCopyRequest request) => _requests.Add(request);

    private Func<CancellationToken, Task> Begin(ChannelReader<ImageCopyRequest> requests)
    {
        var copier = EngineFactory.CreateCopier(Scope, Client, Options(), TimeProvider);
        return token => copier.RunAsync(requests, Emit, token);
    }

    private protected ImageCopyOptions OptionsFor(CopyKind kind) => new()
    {
        Kind = kind,
        Force = Force,
        DryRun = DryRun,
        ThrottleLimit = ThrottleLimit,
        ConfirmAsync = plan => InvokeOnPipelineAsync(() => Confirm(plan)),
        Requesting = plan => _asked.Ask(plan.Image.ImageId, plan.DestinationRegions),
    };

    private bool Confirm(ImageCopyPlan plan)
    {
        var text = plan.IsEncrypted ? Messages.EncryptImage(plan) : Messages.CopyImage(plan);
        return ShouldProcess(text, Messages.Question(text), Messages.ConfirmCaption());
    }

    private void Emit(ImageCopy copy)
    {
        var row = ImageCopyRows.From(copy);
        _asked.Answer(row);
        PostOutput(row);
        if (copy.Error is { } error)
            PostError(ErrorRecords.CopyFailed(row, error));
    }
}
