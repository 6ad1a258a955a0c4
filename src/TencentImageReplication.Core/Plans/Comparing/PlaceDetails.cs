namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>All that was read for a comparison.</summary>
internal sealed class PlaceDetails
{
    private readonly Dictionary<string, PlaceContents> _places;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _sharesOfSources;

    /// <param name="places">The places.</param>
    /// <param name="sourceRegion">The region of the sources.</param>
    /// <param name="sharesOfSources">The accounts that sources are shared with, by image; null when they were not read.</param>
    public PlaceDetails(
        IEnumerable<PlaceContents> places, string sourceRegion, IReadOnlyDictionary<string, IReadOnlyList<string>>? sharesOfSources = null)
    {
        _places = places.ToDictionary(place => FamilyComparison.KeyOf(place.Account, place.Region), StringComparer.Ordinal);
        SourceRegion = sourceRegion;
        _sharesOfSources = sharesOfSources ?? new Dictionary<string, IReadOnlyList<string>>();
    }

    /// <summary>The places.</summary>
    public IEnumerable<PlaceContents> Places => _places.Values;

    /// <summary>The region of the sources.</summary>
    public string SourceRegion { get; }

    /// <summary>Returns the place of a cell.</summary>
    public PlaceContents PlaceOf(PlanCell cell) => _places[FamilyComparison.KeyOf(cell.Account, cell.Region)];

    /// <summary>Returns the accounts that the source of a version is shared with; empty when they were not read.</summary>
    public IReadOnlyList<string> SharesOfSource(FamilyVersion version) =>
        _sharesOfSources.TryGetValue(version.Source.ImageId, out var accounts) ? accounts : [];
}
