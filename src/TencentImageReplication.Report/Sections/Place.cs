using TencentImageReplication.Core.Common;
using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Text;

namespace TencentImageReplication.Report.Sections;

/// <summary>A region of an account: a column of the matrix.</summary>
/// <param name="Region">The ID of the region.</param>
/// <param name="Name">The display name of the region; empty if this version does not know it.</param>
/// <param name="Account">The account; empty when the report has only one.</param>
internal sealed record Place(string Region, string Name, string Account)
{
    /// <summary>The region, with the account when the report has several.</summary>
    public string Label => Account.Length > 0 ? Phrases.Place(Region, Account) : Region;

    /// <summary>The places of rows: by account, in the order of the catalog of regions.</summary>
    public static IReadOnlyList<(string Account, string Region)> Ordered(IEnumerable<(string Account, string Region)> places) =>
    [
        .. places.Distinct()
            .OrderBy(place => place.Account is "" or ReportRows.OwnAccount ? 0 : 1)
            .ThenBy(place => place.Account, StringComparer.Ordinal)
            .ThenBy(place => RankOf(place.Region))
            .ThenBy(place => place.Region, StringComparer.Ordinal),
    ];

    /// <summary>The labels of places, in their order.</summary>
    public static IReadOnlyList<string> Labels(IEnumerable<CopyRow> rows, bool withAccounts) =>
        [.. Ordered(rows.Select(row => (row.Account, row.Region))).Select(place => Of(place.Account, place.Region, withAccounts).Label)];

    public static Place Of(string account, string region, bool withAccount) => new(
        Shown.Id(region), RegionCatalog.Find(region)?.DisplayName ?? "", withAccount ? Shown.Id(account) : "");

    private static int RankOf(string region)
    {
        var all = RegionCatalog.All;
        for (var rank = 0; rank < all.Count; rank++)
        {
            if (all[rank].Id.Equals(region, StringComparison.OrdinalIgnoreCase))
                return rank;
        }

        return all.Count;
    }
}
