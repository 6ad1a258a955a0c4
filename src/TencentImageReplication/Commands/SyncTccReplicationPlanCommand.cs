using System.Collections.Concurrent;
using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Plans.Connecting;
using TencentImageReplication.Core.Plans.Syncing;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Text;

namespace TencentImageReplication.Commands;

/// <summary>
/// Carries out a replication plan: copies, waits, marks, sets attributes and shares, and last removes what retention does not keep
/// (SyncImages, ModifyImageAttribute, ModifyImageSharePermission, TagResources, DeleteImages).
/// </summary>
[Cmdlet(VerbsData.Sync, "TccReplicationPlan", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(TccReplicationRow))]
public sealed class SyncTccReplicationPlanCommand : ReplicationPlanCommand
{
    private readonly ConcurrentDictionary<string, WaitProgressView> _bars = new(StringComparer.Ordinal);
    private StreamWriter? _journal;
    private bool _isWorking;

    /// <summary>Removes surplus copies of families with Retention. Without it, nothing is removed.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>The maximum number of images to remove in one run. If there are more, none is removed.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaximumRemovals { get; set; } = PlanSyncOptions.DefaultMaxRemovals;

    /// <summary>The maximum wait for each copy, in seconds.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int TimeoutSec { get; set; } = 3600;

    /// <summary>The maximum number of images of a region to copy at the same time.</summary>
    [Parameter]
    [ValidateRange(1, 500)]
    public int ThrottleLimit { get; set; } = ImageCopyOptions.DefaultThrottleLimit;

    /// <summary>A file to append one line of JSON to for each decision and result.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (JournalPath is not null && !IsWhatIf())
            OpenJournal(GetUnresolvedProviderPathFromPSPath(JournalPath));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        RemoveBars();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _journal?.Dispose();
    }

    private protected override string? Interrupted() => _isWorking ? Messages.SyncStopped() : null;

    private protected override void Work(ReplicationPlan plan, PlanConnections connections)
    {
        var options = Options(plan);
        _isWorking = !options.WhatIf;
        TryRun(
            token => EngineFactory.ConnectSyncerAsync(Scope, plan, connections, options, TimeProvider, token)
                .ThenAsync(syncer => syncer.RunAsync(plan, token)),
            plan.Path);
        _isWorking = false;
    }

    private PlanSyncOptions Options(ReplicationPlan plan) => new()
    {
        Prune = Prune,
        MaxRemovals = MaximumRemovals,
        WhatIf = IsWhatIf(),
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        ThrottleLimit = ThrottleLimit,
        ConfirmAsync = step => InvokeOnPipelineAsync(() => ConfirmStep(step)),
        Emit = Emit,
        Fail = failure => PostError(ErrorRecords.ForInput(failure, plan.Path) ?? throw failure),
        Waiting = Report,
        Journal = _journal is null ? null : new PlanJournal(_journal, TimeProvider),
    };

    // Only removing prompts by default.
    private bool ConfirmStep(PlanStep step) =>
        (!step.Action.HasFlag(PlanActions.Remove) && !ShowsDecisions()) || Confirm(Messages.PlanStep(step));

    private void Report(string account, WaitProgress progress)
    {
        var bars = _bars.GetOrAdd(account, _ => new WaitProgressView(1 + (_bars.Count * WaitProgressView.MaxIds)));
        foreach (var record in bars.Next(progress, TimeProvider))
            PostProgress(record);
    }

    private void OpenJournal(string path)
    {
        try
        {
            _journal = new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            ThrowTerminatingError(ErrorRecords.JournalNotOpened(path, exception));
        }
    }
}
