using System.Collections.Concurrent;
using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Plans.Connecting;
using TencentImageReplication.Core.Plans.Running;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Testing;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Text;

namespace TencentImageReplication.Commands;

/// <summary>
/// Carries out a replication plan: copies, waits, marks, sets attributes and shares, removes what retention does not keep, and publishes
/// (SyncImages, ModifyImageAttribute, ModifyImageSharePermission, TagResources, DeleteImages, CreateLaunchTemplateVersion,
/// ModifyLaunchConfigurationAttributes, StartInstanceRefresh).
/// </summary>
[Cmdlet(VerbsData.Sync, "TccReplicationPlan", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(TccReplicationRow), typeof(TccImageTest), typeof(TccImagePublication))]
public sealed class SyncTccReplicationPlanCommand : ReplicationPlanCommand
{
    private readonly ConcurrentDictionary<string, WaitProgressView> _bars = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Region, string Group), int> _refreshes = new();
    private readonly PendingRequests _tests = new();
    private StreamWriter? _journal;
    private bool _isWorking;

    /// <summary>Removes surplus copies of families with Retention. Without it, nothing is removed.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>The maximum number of images to remove in one run. If there are more, none is removed.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaximumRemovals { get; set; } = PlanSyncOptions.DefaultMaxRemovals;

    /// <summary>
    /// Publishes the newest version of families with Publish in their launch templates and scaling groups, when all regions of the family are
    /// in sync. Families with Verify are tested before. Without it, nothing is published.
    /// </summary>
    [Parameter]
    public SwitchParameter Publish { get; set; }

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

    private protected override object Show(object row) => Publish ? SyncRows.Of(row) : row;

    private protected override string? Interrupted()
    {
        if (!_isWorking)
            return null;
        var warning = Publish ? Messages.Sentences(Messages.SyncStopped(), Messages.RolloutStopped()) : Messages.SyncStopped();
        return _tests.Texts is { Count: > 0 } pending ? Messages.Sentences(warning, Messages.TestingStopped(pending)) : warning;
    }

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
        Publishing = Publish ? PublishingOptions() : null,
        Journal = _journal is null ? null : new PlanJournal(_journal, TimeProvider),
    };

    private PlanPublishingOptions PublishingOptions()
    {
        var currency = Connection.Currency;
        return new PlanPublishingOptions
        {
            ConfirmAsync = step => ConfirmAsync(Messages.Publication(step)),
            // Like a copy, a test prompts only with -Confirm.
            ConfirmTestAsync = plan => ShowsDecisions() ? ConfirmAsync(Messages.TestImage(plan, currency)) : Task.FromResult(true),
            Emit = EmitPublication,
            StartingTest = request => _tests.Add(request, Messages.TestOf(request)),
            EmitTest = (row, result) => EmitTest(row, result, currency),
            Report = ReportRefresh,
        };
    }

    // An image that did not pass its test is one error, and a row for each target.
    private void EmitPublication(PlanRow row, Publication publication)
    {
        var output = PublicationRows.ToOutput(publication, ContextOf(row), shown => Show(shown with { PlanRow = ShownOf(row) }));
        PostRow(publication.Error is null || IsNew(publication.Error) ? output : new OutputRow(output.Value));
    }

    // Removing and publishing prompt by default.
    private bool ConfirmStep(PlanStep step) =>
        (!step.Action.HasFlag(PlanActions.Remove) && !ShowsDecisions()) || Confirm(Messages.PlanStep(step));

    private void EmitTest(PlanRow row, BootTestResult result, string currency)
    {
        PostOutput(Show(TccImageTest.From(result, currency) with { PlanRow = ShownOf(row) }));
        PostWritten(() => _tests.Remove(result.Request));
    }

    // Groups of several families are refreshed at the same time.
    private void ReportRefresh(RefreshReport report)
    {
        // All copies have ended by then.
        if (_refreshes.IsEmpty)
            PostBarsRemoved();
        PostProgress(RefreshProgressView.Of(report, _refreshes.GetOrAdd((report.Region, report.GroupName), _ => 1 + _refreshes.Count)));
    }

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
