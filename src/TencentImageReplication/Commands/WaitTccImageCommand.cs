using System.Management.Automation;
using System.Threading.Channels;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Text;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>
/// Waits for images to become available, many with one request (DescribeImages), and emits each one as soon as it is
/// available.
/// </summary>
[Cmdlet(VerbsLifecycle.Wait, "TccImage")]
[OutputType(typeof(TccImageCopy), typeof(TccImage))]
public sealed class WaitTccImageCommand : TccCloudCmdlet
{
    private readonly WaitProgressView _progress = new();
    private readonly PipelineFeed<WaitTarget> _targets;
    private readonly WaitInput _input;
    private int _pending;

    /// <summary>The images to wait for.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ValidateTccImageId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(ImageIdCompleter))]
    public string[]? ImageId { get; set; }

    /// <summary>The region of the images; default: the region of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccRegionTransformation]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Copies or images, live or read from a file. The command emits them with their current status.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The maximum wait for each image, in seconds.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int TimeoutSec { get; set; } = 3600;

    /// <summary>The pause between two checks, in seconds. Without it, the pause depends on the remaining time.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int PollIntervalSec { get; set; }

    /// <summary>Creates the command.</summary>
    public WaitTccImageCommand()
    {
        _targets = new PipelineFeed<WaitTarget>(this, Begin);
        _input = new WaitInput(ResolveRegion, WaitFor, PassThrough, WriteVerbose, WriteError);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in InputItem.Of(InputObject, ImageId, Region).Where(IsOfThisAccount))
            _input.Read(item);
    }

    private bool IsOfThisAccount(InputItem item) => !ReplicationRows.IsRow(item.Value)
        || !RefuseOtherAccount(ReplicationRows.AccountOf(item.Value), ReplicationRows.AccountIdOf(item.Value), item.Region);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _targets.Complete();
        RemoveBars();
    }

    // A downstream command has the rows that it needs, and an error says what to do.
    private protected override string? Interrupted() =>
        IsStopped && Volatile.Read(ref _pending) is > 0 and var pending ? Messages.WaitingStopped(pending) : null;

    private void WaitFor(WaitTarget target)
    {
        Interlocked.Increment(ref _pending);
        _targets.Add(target);
    }

    // In the order of the rows: those before this one may have ended.
    private void PassThrough(TccImageCopy row)
    {
        Drain();
        WriteObject(row);
    }

    private Func<CancellationToken, Task> Begin(ChannelReader<WaitTarget> targets)
    {
        var waiter = EngineFactory.CreateWaiter(Scope, Client, new ImageTagger(Connection.Connection.For(Scope)), Options(), TimeProvider);
        return token => waiter.RunAsync(targets, Emit, Report, token);
    }

    private WaitOptions Options() => new()
    {
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        PollInterval = PollIntervalSec > 0 ? TimeSpan.FromSeconds(PollIntervalSec) : null,
    };

    private void Emit(WaitResult result)
    {
        Interlocked.Decrement(ref _pending);
        PostRow(WaitRows.Of(result));
    }

    private void Report(WaitProgress progress)
    {
        foreach (var record in _progress.Next(progress, TimeProvider))
            PostProgress(record);
    }
}
