using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Images.Marking;
using TencentImageReplication.Core.Images.Sharing;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Plans.Connecting;
using TencentImageReplication.Core.Plans.Running;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Syncing;

/// <summary>The parts of a run that work in one account.</summary>
internal sealed class SyncAccount
{
    private readonly PlanSyncOptions _options;
    private readonly CopiesUnderWay _underWay;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly List<CopyRun> _copyRuns = [];

    public SyncAccount(
        PlanConnection connection, PlanSyncOptions options, CopiesUnderWay underWay, TimeProvider timeProvider, ILogger logger, CancellationToken cancellationToken)
    {
        (Connection, _options, _underWay, _timeProvider, _logger) = (connection, options, underWay, timeProvider, logger);
        Editor = new ImageEditor(connection.Client, connection.Tagger, logger);
        Sharing = new ImageSharing(connection.Client, logger);
        SharedCopies = CreateCopyRun(CopyKind.Shared, allowCrossBorder: false, cancellationToken);
        // The plan says for each family whether its copies may cross the border.
        Copies = CreateCopyRun(CopyKind.Custom, allowCrossBorder: true, cancellationToken);
        Waits = CreateWaitRun(cancellationToken);
    }

    /// <summary>The connection.</summary>
    public PlanConnection Connection { get; }

    /// <summary>Changes images.</summary>
    public ImageEditor Editor { get; }

    /// <summary>Shares images.</summary>
    public ImageSharing Sharing { get; }

    /// <summary>Copies shared images inside their region.</summary>
    public CopyRun SharedCopies { get; }

    /// <summary>Copies custom images to other regions.</summary>
    public CopyRun Copies { get; }

    /// <summary>Waits for copies.</summary>
    public WaitRun Waits { get; }

    /// <summary>Ends the runs. Marks that are still to be set are set by then.</summary>
    public async Task CompleteAsync()
    {
        await Task.WhenAll(_copyRuns.Select(run => run.CompleteAsync()));
        await Waits.CompleteAsync();
    }

    private CopyRun CreateCopyRun(CopyKind kind, bool allowCrossBorder, CancellationToken cancellationToken)
    {
        var options = new ImageCopyOptions
        {
            Kind = kind,
            AllowCrossBorder = allowCrossBorder,
            ThrottleLimit = _options.ThrottleLimit,
            // The run has asked for the whole version.
            ConfirmAsync = _ => Task.FromResult(true),
        };
        var run = new CopyRun(new ImageCopier(Connection.Client, options, _timeProvider, _logger, CreateMarker(), _underWay), cancellationToken);
        _copyRuns.Add(run);
        return run;
    }

    private WaitRun CreateWaitRun(CancellationToken cancellationToken)
    {
        var waiter = new ImageWaiter(
            Connection.Client,
            new CarryOver(Connection.Client, Connection.Tagger, _logger),
            new WaitOptions { Timeout = _options.Timeout, PollInterval = _options.PollInterval },
            _timeProvider,
            _logger,
            CreateMarker(),
            new SecondCopies(Connection.Client, _timeProvider, _logger));
        return new WaitRun(waiter, progress => _options.Waiting?.Invoke(Connection.Name, progress), cancellationToken);
    }

    private CopyMarker CreateMarker() => new(Connection.Client, Connection.Tagger, _timeProvider, _logger);
}
