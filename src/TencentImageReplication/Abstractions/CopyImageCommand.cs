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

/// <summary>Base of the copy commands: they start with the first image of the pipeline and emit each row as soon as it is known.</summary>
public abstract class CopyImageCommand : RowCommand
{
    private readonly PendingRequests _pending = new();
    private readonly BusySourceProgressView _busySources = new();
    private int _requested;
    private readonly ConnectionFeeds<ImageCopyRequest> _requests;

    /// <summary>The name of the copies, at most 60 characters; default: the name of the source.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ValidateTccImageName(AllowEmpty = true)]
    public string? DestinationImageName { get; set; }

    /// <summary>The properties that copies get from their source in addition to the name. Wait-TccImage sets them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccValueTransformation(typeof(TccCarryOver), TccCarryOver.None)]
    public TccCarryOver CarryOver { get; set; }

    /// <summary>Leaves out the tag that names the source of a copy. The rows say so to Wait-TccImage.</summary>
    [Parameter]
    public SwitchParameter NoSourceTag { get; set; }

    /// <summary>Copies even if a custom image with the same name, size and system is in the destination.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Checks the request without copying anything (SyncImages with DryRun).</summary>
    [Parameter]
    public SwitchParameter DryRun { get; set; }

    /// <summary>The way to treat an image that is already being copied.</summary>
    [Parameter]
    public TccBusySource BusySource { get; set; }

    /// <summary>The maximum number of images of a region to process at the same time.</summary>
    [Parameter]
    [ValidateRange(1, 500)]
    public int ThrottleLimit { get; set; } = ImageCopyOptions.DefaultThrottleLimit;

    /// <summary>The type of an image. It has the properties of its source too, but is no earlier row.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? ImageType { get; set; }

    private protected CopyImageCommand() => _requests = new ConnectionFeeds<ImageCopyRequest>(this, Begin);

    /// <summary>The properties to carry over, as a row keeps them for Wait-TccImage.</summary>
    private protected TccCarryOver CarriedOver => NoSourceTag ? CarryOver | TccCarryOver.NoSourceTag : CarryOver;

    /// <summary>The source of an earlier row that is piped in; null for an image.</summary>
    private protected string? RowSource => SourceImageId is { Length: > 0 } source && string.IsNullOrEmpty(ImageType) ? source : null;

    /// <summary>The name of the copy of an earlier row.</summary>
    private protected string? RowName => DestinationImageName is { Length: > 0 } ? DestinationImageName : ImageName;

    // Not a virtual method that returns the kind: Windows would load the engine to load this class (decision 2).
    private protected abstract ImageCopyOptions Options();

    /// <inheritdoc/>
    protected override void EndProcessing() => _requests.Complete();

    private protected override string? Interrupted() => _pending.Texts is { Count: > 0 } pending || (IsStopped && _requests.IsRunning && _requested > 0)
        ? Messages.CopyingStopped(_requested, _pending.Texts)
        : null;

    private protected void Copy(CommandConnection connection, ImageCopyRequest request) => _requests.Add(connection, request);

    private Func<CancellationToken, Task> Begin(CommandConnection connection, ChannelReader<ImageCopyRequest> requests)
    {
        var tagger = DryRun || IsWhatIf() ? null : connection.CreateTagger();
        var copier = EngineFactory.CreateCopier(Scope, connection.Client, tagger, Options(), connection.TimeProvider);
        return token => copier.RunAsync(requests, Emit, token);
    }

    private protected ImageCopyOptions OptionsFor(CopyKind kind) => new()
    {
        Kind = kind,
        Force = Force,
        DryRun = DryRun,
        WhatIf = IsWhatIf(),
        ThrottleLimit = ThrottleLimit,
        ConfirmAsync = plan => ConfirmAsync(Messages.CopyImage(plan)),
        FailWhenBusy = BusySource == TccBusySource.Fail,
        WaitingForSource = wait => PostProgress(_busySources.Next(wait)),
        Requesting = AddPending,
    };

    private void Emit(ImageCopy copy)
    {
        var row = ImageCopyRows.From(copy);
        PostWritten(() => RemovePending(row));
        PostRow(new OutputRow(row, copy.Error is { } error ? ErrorRecords.CopyFailed(row, error) : null));
    }

    private void AddPending(ImageCopyPlan plan)
    {
        foreach (var region in plan.DestinationRegions)
            _pending.Add((plan.Image.ImageId, region), Messages.CopyTo(plan.Image.ImageId, region));
    }

    private void RemovePending(TccImageCopy row)
    {
        _pending.Remove((row.SourceImageId, row.Region));
        if (row.Status == ImageCopyStatus.Requested)
            _requested++;
    }
}
