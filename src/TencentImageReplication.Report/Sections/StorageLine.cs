using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Text;

namespace TencentImageReplication.Report.Sections;

/// <summary>The storage of a region, in GiB.</summary>
internal sealed record StorageLine(Place Place, string Copies, string Kept, string Added, string Removed, string Coming)
{
    public static StorageLine Of(Place place, IReadOnlyList<CopyRow> rows) => new(
        place,
        Shown.Number(rows.Count(Storage.IsKept)),
        Shown.Number(rows.Where(Storage.IsKept).Sum(Storage.Size)),
        Sum(rows.Where(Storage.IsAdded), 1),
        Sum(rows.Where(row => row.State == ReportState.Removed), -1),
        Sum(rows.Where(Storage.IsComing), 1));

    private static string Sum(IEnumerable<CopyRow> rows, int sign) =>
        rows.Sum(Storage.Size) is var size and > 0 ? Shown.Change(sign * size) : "";
}
