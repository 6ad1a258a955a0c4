using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Plans.Connecting;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>
/// Compares a plan with what is there. It only reads: one list for each region of each account, and more only where the lists show
/// that it is needed.
/// </summary>
public sealed class PlanComparer
{
    private readonly TimeProvider _timeProvider;
    private readonly PlaceReader _reader;
    private readonly PublicationCheck _publications;

    internal PlanComparer(PlanAccounts accounts, TimeProvider timeProvider, ILogger logger) =>
        (_timeProvider, _reader, _publications) = (timeProvider, new PlaceReader(accounts, logger), new PublicationCheck(accounts));

    /// <summary>Connects to the accounts of a plan and creates the object that compares it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="connections">The connections.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="logger">The log.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static async Task<PlanComparer> ConnectAsync(
        ReplicationPlan plan, PlanConnections connections, TimeProvider timeProvider, ILogger logger, CancellationToken cancellationToken) =>
        new(await PlanAccounts.ConnectAsync(plan, connections, cancellationToken), timeProvider, logger);

    /// <summary>Compares a plan, and returns the rows in the order of the plan, the newest version of each family first.</summary>
    public async Task<IReadOnlyList<PlanRow>> CompareAsync(ReplicationPlan plan, CancellationToken cancellationToken) =>
        [.. (await CompareItemsAsync(plan, copiesAreDone: false, cancellationToken)).Items.Select(item => item.Row)];

    /// <summary>Compares a plan, and returns the rows with what their actions need.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="copiesAreDone">True after the copies of a run.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    internal async Task<PlanComparison> CompareItemsAsync(ReplicationPlan plan, bool copiesAreDone, CancellationToken cancellationToken)
    {
        var sourceAccount = plan.Source.Account ?? ReplicationPlan.OwnAccount;
        var places = await ReadPlacesAsync(plan, sourceAccount, cancellationToken);
        var sources = places.Single(place => IsPlace(place, sourceAccount, plan.Source.Region));
        if (sources.Error is { } error)
            return new PlanComparison([.. plan.Families.Select(family => WithoutSources(family, sources, error))], []);

        var families = plan.Families.Select(family => new FamilyComparison(family, sources, places, copiesAreDone)).ToList();
        var known = new PlaceDetails(places, plan.Source.Region);
        var now = _timeProvider.GetUtcNow();
        // The lists alone show which uses, quotas and shares decide anything.
        var drafts = families.SelectMany(family => family.Rows(known.PlaceOf, known.SharesOfSource, now)).ToList();
        var details = await _reader.ReadDetailsAsync(known, sourceAccount, drafts, cancellationToken);
        var items = families.SelectMany(family => family.Rows(details.PlaceOf, details.SharesOfSource, now)).ToList();
        return new PlanComparison(await _publications.ApplyAsync(QuotaCheck.Apply(items, details.PlaceOf), cancellationToken), families);
    }

    private async Task<IReadOnlyList<PlaceContents>> ReadPlacesAsync(ReplicationPlan plan, string sourceAccount, CancellationToken cancellationToken)
    {
        var regions = plan.Families
            .SelectMany(family => family.Targets)
            .SelectMany(target => target.Regions, (target, region) => (Account: target.Account ?? ReplicationPlan.OwnAccount, Region: region))
            .Prepend((Account: sourceAccount, plan.Source.Region))
            .ToList();
        // Every other account gets its first copy in the region of the sources.
        regions.AddRange(regions.Select(place => (place.Account, plan.Source.Region)).ToList());
        var known = regions
            .GroupBy(place => FamilyComparison.KeyOf(place.Account, place.Region), StringComparer.Ordinal)
            .Select(group => group.First())
            .ToList();
        var whole = Task.WhenAll(known.Select(place => _reader.ReadAsync(place.Account, place.Region, cancellationToken)));
        var others = Task.WhenAll(known
            .GroupBy(place => place.Account, place => place.Region, StringComparer.Ordinal)
            .Select(account => _reader.ReadOthersAsync(account.Key, [.. account], cancellationToken)));
        return [.. await whole, .. (await others).SelectMany(places => places)];
    }

    private static PlanItem WithoutSources(PlanFamily family, PlaceContents sources, Exception error)
    {
        var cell = new PlanCell(
            family, new FamilyVersion("", new ImageIdentity(sources.Region, "", null), Image: null), Position: 0, sources.Account, sources.Region, Target: null, Finding: null);
        var row = new PlanRow
        {
            Family = family.Name,
            Version = "",
            Account = sources.Account,
            AccountId = sources.AccountId,
            Region = sources.Region,
            Source = cell.Version.Source,
            State = PlanState.Unknown,
            Reason = PlanTexts.SourcesNotRead,
            Error = error,
        };
        return new PlanItem(row, cell, Differences: null);
    }

    private static bool IsPlace(PlaceContents place, string account, string region) => place.Account == account && RegionRules.IsSame(place.Region, region);
}
