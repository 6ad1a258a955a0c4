using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Plans.Comparing;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Testing;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Plans.Running;

/// <summary>The questions, rows, journal and errors that all parts of a run share.</summary>
internal sealed class SyncRun(ReplicationPlan plan, PlanSyncOptions options, SourceShares shares, TimeProvider timeProvider, ILogger logger)
{
    private readonly ConcurrencyLimit _confirming = new(1);
    private readonly ConcurrentDictionary<(string Family, string Version, string Account, string Region, string? ImageId), bool> _ended = new();

    private readonly ConcurrentDictionary<(string SourceId, string AccountId), bool> _sharingNeeded = new();

    /// <summary>The region of the sources.</summary>
    public string SourceRegion => plan.Source.Region;

    /// <summary>The name of the account of the sources.</summary>
    public string SourceAccount { get; } = plan.Source.Account ?? ReplicationPlan.OwnAccount;

    /// <summary>True when the run only shows what it would do.</summary>
    public bool IsWhatIf => options.WhatIf;

    /// <summary>True when the run publishes the newest versions after the copies.</summary>
    public bool Publishes => options.Publishing is not null;

    /// <summary>Shares source images.</summary>
    public SourceShares Shares => shares;

    /// <summary>Repeats reads.</summary>
    public ReadPoll Poll { get; } = new(timeProvider, logger);

    /// <summary>Asks for confirmation of a step. Without it, the rows of the step end.</summary>
    public async Task<bool> ConfirmAsync(PlanStep step, IReadOnlyList<PlanItem> items)
    {
        if (await AskAsync(() => options.ConfirmAsync(step)))
            return true;
        foreach (var item in items)
            End(item.Row with { Status = options.WhatIf ? PlanStatus.Planned : PlanStatus.Skipped });
        return false;
    }

    /// <summary>Asks the user; one question at a time.</summary>
    public async Task<bool> AskAsync(Func<Task<bool>> question)
    {
        using (await _confirming.EnterAsync(CancellationToken.None))
            return await question();
    }

    /// <summary>Records that a copy was requested.</summary>
    public void Requested(PlanRow row) => options.Journal?.Request(row);

    /// <summary>Emits a row, with its result.</summary>
    public void End(PlanRow row)
    {
        _ended.TryAdd(KeyOf(row), true);
        options.Journal?.End(row);
        options.Emit(row);
    }

    /// <summary>Emits the result of a target that an image is published in.</summary>
    public void Published(PlanRow row, Publication publication)
    {
        options.Journal?.Publish(row, publication);
        options.Publishing!.Emit(row, publication);
    }

    /// <summary>Emits the result of the test of an image.</summary>
    public void Tested(PlanRow row, BootTestResult result)
    {
        options.Journal?.Test(row, result);
        options.Publishing!.EmitTest(row, result);
    }

    /// <summary>Checks that the row of an image was emitted.</summary>
    public bool HasEnded(PlanRow row) => _ended.ContainsKey(KeyOf(row));

    /// <summary>Logs that an intermediate copy gets its tag when it is available.</summary>
    public void TaggedLater(string imageId, TencentCloudException error) => PlanLog.TaggedLater(logger, imageId, error);

    /// <summary>Records that a copy of a shared source is still in progress.</summary>
    public void NeedsSharing(string sourceId, string accountId) => _sharingNeeded.TryAdd((sourceId, accountId), true);

    /// <summary>Checks that no copy needs the sharing of a source any more.</summary>
    public bool CanStopSharing(string sourceId, string accountId) => !_sharingNeeded.ContainsKey((sourceId, accountId));

    /// <summary>Stops sharing a source. A failure is an error of the run: the copies are complete.</summary>
    public async Task StopSharingAsync(Image source, string accountId, CancellationToken cancellationToken)
    {
        try
        {
            await shares.StopSharingAsync(source, accountId, cancellationToken);
        }
        catch (Exception exception) when (exception is TencentCloudException or RuleViolationException)
        {
            options.Fail(exception);
        }
    }

    private static (string, string, string, string, string?) KeyOf(PlanRow row) => (row.Family, row.Source.ImageId, row.Account, row.Region, row.ImageId);
}
