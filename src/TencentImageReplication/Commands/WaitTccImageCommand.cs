using System.Management.Automation;
using System.Threading.Channels;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core;
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
    private readonly ConnectionFeeds<WaitTarget> _targets;
    private readonly WaitInput _input;
    private int _pending;
    private int _views;

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
        _targets = new ConnectionFeeds<WaitTarget>(this, Begin);
        _input = new WaitInput(ResolveRegion, PassThrough, WriteVerbose, WriteError);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in InputItem.Of(InputObject, ImageId, Region).Where(item => !RefuseOtherAccount(item)))
            _input.Read(item, target => WaitFor(ConnectionOf(item), target));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _targets.Complete();
        RemoveBars();
    }

    // A downstream command has the rows that it needs, and an error says what to do.
    private protected override string? Interrupted() =>
        IsStopped && Volatile.Read(ref _pending) is > 0 and var pending ? Messages.WaitingStopped(pending) : null;

    private void WaitFor(CommandConnection connection, WaitTarget target)
    {
        Interlocked.Increment(ref _pending);
        _targets.Add(connection, target);
    }

    // In the order of the rows: those before this one may have ended.
    private void PassThrough(TccImageCopy row)
    {
        Drain();
        WriteObject(row);
    }

    private Func<CancellationToken, Task> Begin(CommandConnection connection, ChannelReader<WaitTarget> targets)
    {
        var waiter = EngineFactory.CreateWaiter(Scope, connection.Client, connection.CreateTagger(), Options(), connection.TimeProvider);
        // Each connection has bars of its own.
        var view = new WaitProgressView(1 + (_views++ * WaitProgressView.MaxIds));
        return token => waiter.RunAsync(targets, Emit, progress => Report(view.Next(progress, connection.TimeProvider)), token);
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

    private void Report(IReadOnlyList<ProgressRecord> bars)
    {
        foreach (var record in bars)
            PostProgress(record);
    }
}
