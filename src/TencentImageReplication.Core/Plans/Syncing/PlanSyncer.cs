using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Plans.Comparing;
using TencentImageReplication.Core.Plans.Connecting;
using TencentImageReplication.Core.Plans.Publishing;
using TencentImageReplication.Core.Plans.Running;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Syncing;

/// <summary>
/// Brings images to the state that a plan wants: copies, waits, sets attributes, shares, deletes what retention does not keep, and
/// publishes.
/// It keeps no state of its own: a run that was killed is continued by the next one, from what is there.
/// </summary>
public sealed class PlanSyncer
{
    private readonly PlanAccounts _accounts;
    private readonly CopiesUnderWay _underWay;
    private readonly PlanSyncOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly PlanComparer _comparer;

    private PlanSyncer(PlanAccounts accounts, CopiesUnderWay underWay, PlanSyncOptions options, TimeProvider timeProvider, ILogger logger)
    {
        (_accounts, _underWay, _options, _timeProvider, _logger) = (accounts, underWay, options, timeProvider, logger);
        _comparer = new PlanComparer(accounts, timeProvider, logger);
    }

    /// <summary>Connects to the accounts of a plan and creates the object that carries it out.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="connections">The connections.</param>
    /// <param name="underWay">The copies that other runs of the process request at the same time.</param>
    /// <param name="options">The options.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="logger">The log.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static async Task<PlanSyncer> ConnectAsync(
        ReplicationPlan plan,
        PlanConnections connections,
        CopiesUnderWay underWay,
        PlanSyncOptions options,
        TimeProvider timeProvider,
        ILogger logger,
        CancellationToken cancellationToken) =>
        new(await PlanAccounts.ConnectAsync(plan, connections, cancellationToken), underWay, options, timeProvider, logger);

    /// <summary>Carries a plan out.</summary>
    public async Task RunAsync(ReplicationPlan plan, CancellationToken cancellationToken)
    {
        var comparison = await _comparer.CompareItemsAsync(plan, copiesAreDone: false, cancellationToken);
        foreach (var item in comparison.Items)
            _options.Journal?.Decide(item.Row);
        var sources = _accounts.Find(plan.Source.Account ?? ReplicationPlan.OwnAccount);
        if (sources is null || comparison.Families.Count == 0)
        {
            foreach (var row in comparison.Items.Select(item => item.Row with { Status = PlanStatus.Unknown }))
            {
                _options.Journal?.End(row);
                _options.Emit(row);
            }

            return;
        }

        var run = new SyncRun(plan, _options, new SourceShares(sources, plan.Source.Region, _logger), _timeProvider, _logger);
        await CopyAsync(run, comparison, cancellationToken);
        await StopSharingAsync(run, comparison, cancellationToken);
        var removes = comparison.Items.Any(item => !IsWanted(item) || MayNeedIntermediate(item));
        var publishes = _options.Publishing is not null && comparison.Items.Any(item => item.Publication is not null);
        if (!removes && !publishes)
            return;

        // What is deleted or published depends on the copies that are there now, and on uses of the last minutes.
        var isUpToDate = _options.WhatIf || (!removes && comparison.Items.All(IsInSync));
        var after = isUpToDate ? comparison : await _comparer.CompareItemsAsync(plan, copiesAreDone: true, cancellationToken);
        if (removes)
            await RemoveAsync(run, after, cancellationToken);
        // Last, so that the images that it replaces were still in use when others were deleted: they are kept until the next run.
        if (publishes)
            await PublishAsync(run, comparison, after, cancellationToken);
    }

    private async Task RemoveAsync(SyncRun run, PlanComparison after, CancellationToken cancellationToken)
    {
        var left = after.Items.Where(item => !IsWanted(item) && !run.HasEnded(item.Row)).ToList();
        if (!_options.WhatIf)
            left.ForEach(item => _options.Journal?.Decide(item.Row));
        await new PlanRemoval(run, _accounts, _options, _timeProvider, _logger).RunAsync(left, cancellationToken);
    }

    private async Task PublishAsync(SyncRun run, PlanComparison before, PlanComparison after, CancellationToken cancellationToken)
    {
        await new PlanPublisher(run, _accounts, _options.Publishing!, _timeProvider, _logger).RunAsync(after.Items, cancellationToken);
        // Somebody else has published these meanwhile, or a newer version has come.
        foreach (var row in before.Items.Select(item => item.Row).Where(row => row.State == PlanState.Outdated && !run.HasEnded(row)))
            run.End(row with { Status = PlanStatus.Skipped, Error = null });
    }

    private async Task CopyAsync(SyncRun run, PlanComparison comparison, CancellationToken cancellationToken)
    {
        var accounts = _accounts.Connected.ToDictionary(
            connection => connection.Name,
            connection => new SyncAccount(connection, _options, _underWay, _timeProvider, _logger, cancellationToken),
            StringComparer.OrdinalIgnoreCase);
        var jobs = comparison.Items
            .GroupBy(item => (item.Cell.Family, item.Cell.Version, item.Row.Account))
            .Select(group => CopyVersionAsync(run, group.Key.Account, [.. group], accounts, cancellationToken));
        await Task.WhenAll(jobs);
        await Task.WhenAll(accounts.Values.Select(account => account.CompleteAsync()));
    }

    private static async Task CopyVersionAsync(
        SyncRun run, string name, IReadOnlyList<PlanItem> items, Dictionary<string, SyncAccount> accounts, CancellationToken cancellationToken)
    {
        var wanted = items.Where(IsWanted).ToList();
        if (wanted.Count == 0)
            return;
        if (!accounts.TryGetValue(name, out var account))
        {
            wanted.ForEach(item => run.End(item.Row with { Status = PlanStatus.Unknown }));
            return;
        }

        var first = items.FirstOrDefault(item => item.Cell.HasCopy && RegionRules.IsSame(item.Row.Region, run.SourceRegion));
        await new VersionCopies(run, account, wanted, first).RunAsync(cancellationToken);
    }

    // Also what a run that was killed has left, for versions and accounts that no longer belong to the plan.
    private async Task StopSharingAsync(SyncRun run, PlanComparison comparison, CancellationToken cancellationToken)
    {
        if (_options.WhatIf || comparison.Items.Any(item => _accounts.Find(item.Row.Account) is null))
            return;
        foreach (var family in comparison.Families.Where(family => !family.Family.KeepShared))
        {
            foreach (var source in family.Versions.Select(version => version.Image).OfType<Image>())
            {
                foreach (var account in run.Shares.SharedBy(source).Where(account => run.CanStopSharing(source.ImageId, account)).ToList())
                    await run.StopSharingAsync(source, account, cancellationToken);
            }
        }
    }

    private static bool IsWanted(PlanItem item) => item.Row.State is not (PlanState.Surplus or PlanState.Held);

    private static bool IsInSync(PlanItem item) => item.Row.State is PlanState.InSync or PlanState.Outdated;

    private static bool MayNeedIntermediate(PlanItem item) => item.Row.Action.HasFlag(PlanActions.Share);
}
