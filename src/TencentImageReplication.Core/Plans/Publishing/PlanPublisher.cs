using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Plans.Comparing;
using TencentImageReplication.Core.Plans.Running;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Rollout.Looking;
using TencentImageReplication.Core.Rollout.Publishing;

namespace TencentImageReplication.Core.Plans.Publishing;

/// <summary>
/// Publishes the newest version of each family in the launch templates and scaling groups that the plan names, once all regions of the
/// family are in sync. Where the plan asks for a test, only images that passed are published.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="accounts">The accounts.</param>
/// <param name="options">The options.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class PlanPublisher(
    SyncRun run, PlanAccounts accounts, PlanPublishingOptions options, TimeProvider timeProvider, ILogger logger)
{
    private readonly VersionTests _tests = new(run, accounts, options, timeProvider, logger);

    /// <summary>Publishes, and emits a row for each target.</summary>
    /// <param name="items">All rows, as they are after the copies of the run.</param>
    /// <param name="cancellationToken">Cancels the work. What was requested continues at Tencent Cloud.</param>
    public Task RunAsync(IReadOnlyList<PlanItem> items, CancellationToken cancellationToken) => Task.WhenAll(items
        .Where(item => item.Cell.IsWanted)
        .GroupBy(item => item.Row.Family, StringComparer.Ordinal)
        .Select(family => PublishFamilyAsync([.. family], cancellationToken)));

    private async Task PublishFamilyAsync(IReadOnlyList<PlanItem> items, CancellationToken cancellationToken)
    {
        var newest = items.Where(item => item.Publication is not null).ToList();
        if (newest.TrueForAll(item => item.Row.State == PlanState.InSync))
            return;
        var missing = items.Select(item => item.Row).Where(row => row.State is not (PlanState.InSync or PlanState.Outdated)).ToList();
        if (missing.Count > 0)
        {
            // A run that only shows what it would do has not copied them.
            var isPlanned = run.IsWhatIf && missing.TrueForAll(row => row.Action != PlanActions.None || row.State == PlanState.Copying);
            EndAll(newest, isPlanned ? PublicationStatus.Planned : PublicationStatus.NotStarted, PlanTexts.NotInSync(missing));
            return;
        }

        // A target that is not ready refuses the family, so nothing needs a test.
        var toTest = newest.Exists(item => item.Row.Error is not null) ? [] : newest.FindAll(item => item.Row.Action.HasFlag(PlanActions.Verify));
        var tests = await _tests.RunAsync(toTest, cancellationToken);
        if (tests.FirstOrDefault(test => test.IsDeclined) is { } declined)
            EndAll(newest, PublicationStatus.NotStarted, PlanTexts.TestDeclined(declined.Item.Row));
        else
            await PublishAsync(newest, tests, cancellationToken);
    }

    // The targets of all accounts are looked at before anything changes.
    private async Task PublishAsync(IReadOnlyList<PlanItem> newest, IReadOnlyList<VersionTest> tests, CancellationToken cancellationToken)
    {
        var places = new PlaceResults(run, newest);
        var parts = await Task.WhenAll(newest
            .GroupBy(item => item.Cell.Target!)
            .Select(async target =>
            {
                var connection = accounts.Find(target.First().Row.Account)!;
                var publisher = new RolloutPublisher(
                    connection.Client, new AutoScalingClient(connection.Connection), OptionsOf(target.Key.Publish!, places), timeProvider, logger);
                var requests = target.Select(item => RequestOf(item, tests)).ToList();
                return (Publisher: publisher, Items: target.ToList(), Targets: await publisher.LookAsync(requests, connection.AccountId, cancellationToken));
            }));
        if (parts.All(part => part.Targets.AreReady))
            parts = [.. parts.Select(part => part with { Targets = VersionTests.RefuseUntested(part.Targets, part.Items, tests) })];
        if (parts.All(part => part.Targets.AreReady))
        {
            var confirmed = new HashSet<RolloutTarget>();
            foreach (var (publisher, _, targets) in parts)
                confirmed.UnionWith(await publisher.ConfirmAsync(targets));
            string? stopped = null;
            foreach (var (publisher, _, targets) in parts)
                stopped = await publisher.PublishAsync(targets, confirmed, stopped, cancellationToken);
        }
        else
        {
            foreach (var (publisher, _, targets) in parts)
                publisher.Refuse(targets);
        }

        places.End();
    }

    private RolloutOptions OptionsOf(PlanPublication publication, PlaceResults places) => new()
    {
        KeepVersion = publication.KeepVersion,
        Refresh = publication.Refresh,
        WhatIf = run.IsWhatIf,
        ConfirmAsync = step => run.AskAsync(() => options.ConfirmAsync(step)),
        Emit = places.Emit,
        Report = options.Report,
    };

    private static PublicationRequest RequestOf(PlanItem item, IReadOnlyList<VersionTest> tests) =>
        new(item.Row.Region, item.Row.ImageId!, item.Publication!.Targets)
        {
            Problem = tests.FirstOrDefault(test => test.Item == item)?.Problem,
        };

    // Ends the targets of a family that is not published now.
    private void EndAll(IReadOnlyList<PlanItem> newest, PublicationStatus status, string reason)
    {
        var places = new PlaceResults(run, newest);
        foreach (var item in newest)
        {
            foreach (var target in item.Publication!.Targets)
            {
                var row = Publication.Of(target, item.Row.Region, item.Row.ImageId ?? "");
                places.Emit(row with { AccountId = item.Row.AccountId, Status = status, Reason = reason });
            }
        }

        places.End();
    }
}
