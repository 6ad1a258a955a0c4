using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Deleting;
using TencentImageReplication.Core.Plans.Comparing;
using TencentImageReplication.Core.Plans.Running;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Plans.Syncing;

/// <summary>Deletes the copies that a plan does not want any more, with their snapshots.</summary>
/// <param name="run">The run.</param>
/// <param name="accounts">The accounts.</param>
/// <param name="options">The options.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class PlanRemoval(SyncRun run, PlanAccounts accounts, PlanSyncOptions options, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>Deletes the copies of rows with that action, and emits all rows.</summary>
    /// <param name="items">The rows of copies that do not belong in their places, as they are after all copies of the run.</param>
    /// <param name="cancellationToken">Cancels; what was requested by then is still deleted.</param>
    public async Task RunAsync(IReadOnlyList<PlanItem> items, CancellationToken cancellationToken)
    {
        // An intermediate copy was part of copying.
        var wanted = items.Where(item => item.Row.Action == PlanActions.Remove && (options.Prune || PlanTags.IsIntermediate(item.Image!))).ToList();
        foreach (var item in items.Except(wanted))
            run.End(item.Row with { Status = item.Row.Action == PlanActions.Remove ? PlanStatus.Skipped : PlanStatus.Unchanged });
        if (wanted.Count > options.MaxRemovals)
        {
            options.Fail(new RuleViolationException(PlanProblems.TooManyRemovals(wanted.Count, options.MaxRemovals)));
            foreach (var item in wanted)
                run.End(item.Row with { Status = options.WhatIf ? PlanStatus.Planned : PlanStatus.Skipped });
            return;
        }

        var confirmed = new List<PlanItem>();
        foreach (var item in wanted)
        {
            if (await run.ConfirmAsync(new PlanStep(PlanActions.Remove, [item.Row]), [item]))
                confirmed.Add(item);
        }

        await Task.WhenAll(confirmed
            .GroupBy(item => item.Row.Account, StringComparer.Ordinal)
            .Select(account => RemoveAsync(account.Key, [.. account], cancellationToken)));
    }

    private async Task RemoveAsync(string account, IReadOnlyList<PlanItem> items, CancellationToken cancellationToken)
    {
        var failures = new Dictionary<ImageRef, Exception>();
        var removal = new ImageRemovalOptions
        {
            IncludeSnapshots = true,
            // Only sharing that the plan wants is left by now.
            Unshare = items.Any(item => item.Shares is { Count: > 0 }),
            ConfirmAsync = _ => Task.FromResult(true),
        };
        var remover = new ImageRemover(accounts.Find(account)!.Client, removal, timeProvider, logger);
        await remover.RunAsync([.. items.Select(RefOf).Distinct()], Fail, cancellationToken);
        foreach (var item in items)
            run.End(ResultOf(item));

        void Fail(ImageRef image, Exception error)
        {
            lock (failures)
                failures[image] = error;
        }

        PlanRow ResultOf(PlanItem item) => failures.TryGetValue(RefOf(item), out var error)
            ? item.Row with { Status = PlanStatus.Failed, Error = error, RequestId = (error as TencentCloudException)?.RequestId }
            : item.Row with { Status = PlanStatus.Removed, IsReady = false };
    }

    private static ImageRef RefOf(PlanItem item) => new(item.Row.ImageId!, item.Row.Region);
}
