using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>
/// Compares one family with what is in its places. It sends no request: first it finds the cells, which tell what else must be read,
/// then the rows.
/// </summary>
internal sealed class FamilyComparison
{
    private readonly PlanFamily _family;
    private readonly string _sourceAccount;
    private readonly string _sourceRegion;
    private readonly bool _copiesAreDone;

    /// <summary>Finds the cells.</summary>
    /// <param name="family">The family.</param>
    /// <param name="sources">The place of the sources.</param>
    /// <param name="places">The places that were read, by account and region. Those that are no targets follow the targets.</param>
    /// <param name="copiesAreDone">True when no copy follows: then only what is there counts as there.</param>
    public FamilyComparison(PlanFamily family, PlaceContents sources, IReadOnlyList<PlaceContents> places, bool copiesAreDone)
    {
        (_family, _sourceAccount, _sourceRegion, _copiesAreDone) = (family, sources.Account, sources.Region, copiesAreDone);
        var targets = family.Targets
            .SelectMany(target => target.Regions, (target, region) => (Key: KeyOf(target.Account ?? ReplicationPlan.OwnAccount, region), Target: target))
            .ToDictionary(place => place.Key, place => place.Target, StringComparer.Ordinal);
        Versions = FamilyVersions.Of(family, sources.Region, sources.Images, places.Where(place => !IsOfSources(place)).SelectMany(place => place.Images));
        Cells =
        [
            .. Versions.SelectMany((version, position) => InOrder(places)
                .Select(place => CellOf(version, position, place, targets.TryGetValue(KeyOf(place.Account, place.Region), out var target) ? target : null))
                .Where(cell => cell.IsWanted || (cell.HasCopy && cell.Finding!.Kind != CopyFindingKind.Source))),
        ];
    }

    /// <summary>The family.</summary>
    public PlanFamily Family => _family;

    /// <summary>The versions, the newest first.</summary>
    public IReadOnlyList<FamilyVersion> Versions { get; }

    /// <summary>The places that versions belong in, and those that have a copy: version by version, in the order of the plan.</summary>
    public IReadOnlyList<PlanCell> Cells { get; }

    /// <summary>Returns a text that is the same for one region of one account.</summary>
    public static string KeyOf(string account, string region) => $"{account}\n{region.ToLowerInvariant()}";

    /// <summary>Returns the rows.</summary>
    /// <param name="placeOf">Returns a place with all that was read of it.</param>
    /// <param name="sharesOfSource">Returns the accounts that the source of a version is shared with; empty when it was not read.</param>
    /// <param name="now">The time.</param>
    public IReadOnlyList<PlanItem> Rows(
        Func<PlanCell, PlaceContents> placeOf, Func<FamilyVersion, IReadOnlyList<string>> sharesOfSource, DateTimeOffset now)
    {
        return [.. Cells.Select(RowOf)];

        PlanItem RowOf(PlanCell cell)
        {
            var place = placeOf(cell);
            var wantedShares = CopyShares.Wanted(cell, place.AccountId, sharesOfSource(cell.Version));
            var differences = cell.HasCopy && cell.Finding!.Kind != CopyFindingKind.Source
                ? CopyDifferences.Of(cell, cell.Finding.Image!, wantedShares, place.SharesOf(cell.Finding.Image!.ImageId))
                : null;
            var item = new PlanItem(Describe(cell, place), cell, differences)
            {
                WantedShares = wantedShares,
                Shares = SharesOf(cell, place),
            };
            if (cell.Finding is null)
                return item with { Row = item.Row with { State = PlanState.Unknown, Error = place.Error } };
            if (!cell.IsWanted)
                return NotWanted(item, place, now);
            return item with { Row = cell.HasCopy ? Present(item) : Absent(item.Row, cell, item.Shares) };
        }
    }

    private IEnumerable<PlaceContents> InOrder(IReadOnlyList<PlaceContents> places) => _family.Targets
        .SelectMany(target => target.Regions, (target, region) => KeyOf(target.Account ?? ReplicationPlan.OwnAccount, region))
        .Concat(places.Select(place => KeyOf(place.Account, place.Region)))
        .Distinct(StringComparer.Ordinal)
        .Join(places, key => key, place => KeyOf(place.Account, place.Region), (_, place) => place, StringComparer.Ordinal);

    private bool IsOfSources(PlaceContents place) => place.Account == _sourceAccount && RegionRules.IsSame(place.Region, _sourceRegion);

    private PlanCell CellOf(FamilyVersion version, int position, PlaceContents place, PlanTarget? target) => new(
        _family,
        version,
        position,
        place.Account,
        place.Region,
        target,
        place.Error is null ? CopyFinder.Find(_family, version, Versions, place, IsOfSources(place)) : null);

    private static IReadOnlyList<string>? SharesOf(PlanCell cell, PlaceContents place) =>
        cell.Finding?.Image is { } image ? place.SharesOf(image.ImageId) : null;

    private static PlanRow Describe(PlanCell cell, PlaceContents place) => new()
    {
        Family = cell.Family.Name,
        Version = cell.Version.Name,
        Account = cell.Account,
        AccountId = place.AccountId,
        Region = cell.Region,
        Source = cell.Version.Source,
        ImageId = cell.HasCopy ? cell.Finding!.Image!.ImageId : null,
        SizeGB = (cell.HasCopy ? cell.Finding!.Image : cell.Version.Image) is { } image ? ImageStorage.BilledSizeGB(image) : null,
        IsReady = IsUsable(cell),
        InUseBy = cell.HasCopy && place.Uses?.Of(cell.Finding!.Image!) is { Count: > 0 } uses
            ? string.Join(", ", uses.Select(use => use.Id).Distinct())
            : null,
    };

    private static PlanRow Present(PlanItem item)
    {
        var (row, finding) = (item.Row, item.Cell.Finding!);
        if (finding.Kind == CopyFindingKind.Source)
            return row with { State = PlanState.InSync };
        var image = finding.Image!;
        if (image.ImageState != ImageStates.Normal)
            return row with { State = PlanState.Copying, Reason = image.SyncPercent is { } percent ? $"{percent} %" : null };
        if (!item.Differences!.IsEmpty)
            return Different(item);
        return row with { State = PlanState.InSync, Reason = finding.Kind == CopyFindingKind.LooksAlike ? PlanTexts.Unmarked : null };
    }

    private static PlanRow Different(PlanItem item)
    {
        // A shared image cannot be changed. Only sharing that the plan itself wants is stopped for the change, because a later run restores it.
        var differences = item.Differences!;
        var others = differences.Changes.HasAttributes ? item.Shares?.Except(item.WantedShares).ToList() ?? [] : [];
        return others.Count > 0
            ? item.Row with { State = PlanState.Different, Reason = PlanTexts.SharedNotChanged(differences.Describe(), others) }
            : item.Row with { State = PlanState.Different, Action = PlanActions.Update, Reason = differences.Describe() };
    }

    private PlanRow Absent(PlanRow row, PlanCell cell, IReadOnlyList<string>? shares)
    {
        var (kind, image) = cell.Finding!;
        if (kind == CopyFindingKind.Ambiguous)
            return Blocked(PlanTexts.Ambiguous(image!.ImageId));
        if (kind == CopyFindingKind.NameTaken)
            return Blocked(PlanTexts.NameTaken(image!.ImageId));
        if (CheckRegion(cell) is { } violation)
            return Blocked(violation.Message) with { Error = new RuleViolationException(violation) };

        var (steps, reason) = Way(cell);
        if (kind != CopyFindingKind.NameOfEarlierCopy)
            return row with { State = PlanState.Missing, Action = steps, Reason = reason ?? (row.SizeGB is { } size ? PlanTexts.Size(size) : null) };
        var renames = cell.Family.OnNameTaken == NameTaken.RenameStale;
        // A shared image cannot get another name.
        return renames && shares is { Count: > 0 }
            ? row with { State = PlanState.Stale, Reason = PlanTexts.SharedNotChanged(PlanTexts.NameOfEarlierCopy(image!.ImageId), shares) }
            : row with
            {
                State = PlanState.Stale,
                Action = renames ? steps | PlanActions.Rename : PlanActions.None,
                Reason = PlanTexts.NameOfEarlierCopy(image!.ImageId),
            };

        PlanRow Blocked(string reason) => row with { State = PlanState.Blocked, Reason = reason };
    }

    private RuleViolation? CheckRegion(PlanCell cell) => RegionRules.IsSame(cell.Region, _sourceRegion)
        ? null
        : RegionRules.CheckDestination(_sourceRegion, cell.Region, cell.Family.AllowCrossBorder);

    /// <summary>Returns the steps of a copy, and where it comes from when that is not the source itself.</summary>
    private (PlanActions Steps, string? Reason) Way(PlanCell cell)
    {
        if (cell.Account == _sourceAccount)
            return (PlanActions.Copy, null);
        // Another account copies the shared image inside its region first, and its own copy to other regions.
        if (RegionRules.IsSame(cell.Region, _sourceRegion))
            return (PlanActions.Share | PlanActions.Copy, PlanTexts.BecomesCustomImage(cell.Account));
        var first = Cells.FirstOrDefault(other =>
            other.Version == cell.Version && other.Account == cell.Account && RegionRules.IsSame(other.Region, _sourceRegion));
        if (first?.HasCopy == true)
            return (PlanActions.Copy, null);
        return first?.IsTarget == true
            ? (PlanActions.Copy, PlanTexts.After(_sourceRegion))
            : (PlanActions.Share | PlanActions.Copy, PlanTexts.Through(_sourceRegion));
    }

    private PlanItem NotWanted(PlanItem item, PlaceContents place, DateTimeOffset now)
    {
        var (row, cell) = (item.Row, item.Cell);
        var copy = cell.Finding!.Image!;
        if (!cell.IsTarget && PlanTags.IsIntermediate(copy))
            return Intermediate(item, place, now);
        if (!cell.IsTarget && cell.Family.Retention is null)
            return item with { Row = row with { State = PlanState.Surplus, Reason = PlanTexts.RegionNotInPlanNoRetention } };
        if (!cell.IsTarget)
            return Surplus(item, PlanTexts.RegionNotInPlan, RetentionRule.WhyHeld(cell, copy, newestIsThere: true, now), place);

        var number = 1 + Cells.Count(other => other.Position < cell.Position && IsSamePlace(other, cell));
        if (cell.Family.Retention is not { } retention || number <= retention.KeepVersions)
            return item with { Row = Kept(item, copy) };
        var reason = PlanTexts.Version(number, retention.KeepVersions);
        return Surplus(item, reason, RetentionRule.WhyHeld(cell, copy, NewestIsComing(cell, place), now), place);
    }

    private static PlanItem Surplus(PlanItem item, string reason, string? held, PlaceContents place)
    {
        var why = held ?? RetentionRule.WhyInUse(item.Image!, place, item.WantedShares);
        return item with
        {
            MayBeRemoved = held is null,
            Row = why is null
                ? item.Row with { State = PlanState.Surplus, Action = PlanActions.Remove, Reason = reason }
                : item.Row with { State = PlanState.Held, Reason = why },
        };
    }

    private static PlanRow Kept(PlanItem item, Image copy) =>
        copy.ImageState != ImageStates.Normal ? item.Row with { State = PlanState.Copying }
            : item.Differences!.IsEmpty ? item.Row with { State = PlanState.InSync }
            : Different(item);

    private PlanItem Intermediate(PlanItem item, PlaceContents place, DateTimeOffset now)
    {
        var cell = item.Cell;
        if (cell.Family.KeepIntermediate)
            return item with { Row = item.Row with { State = PlanState.InSync, Reason = PlanTexts.IntermediateKept } };
        var waiting = Cells
            .Where(other => other.Version == cell.Version && other.Account == cell.Account && other.IsWanted && !IsUsable(other))
            .Select(other => other.Region)
            .ToList();
        var held = waiting.Count > 0 ? PlanTexts.NeededFor(waiting) : RetentionRule.WhyHeld(cell, cell.Finding!.Image!, newestIsThere: true, now);
        return Surplus(item, PlanTexts.IntermediateCopy, held, place);
    }

    // A run copies first, and compares again before it deletes anything.
    private bool NewestIsComing(PlanCell cell, PlaceContents place) => Cells
        .Where(other => other.IsWanted && IsSamePlace(other, cell))
        .All(other => _copiesAreDone ? IsUsable(other) : other.HasCopy || Absent(Describe(other, place), other, SharesOf(other, place)).Action.HasFlag(PlanActions.Copy));

    // A source that is being copied can be used all the time.
    private static bool IsUsable(PlanCell cell) =>
        cell.HasCopy && (cell.Finding!.Kind == CopyFindingKind.Source || cell.Finding.Image!.ImageState == ImageStates.Normal);

    private static bool IsSamePlace(PlanCell one, PlanCell other) => one.Account == other.Account && RegionRules.IsSame(one.Region, other.Region);
}
