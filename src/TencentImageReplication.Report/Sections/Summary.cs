using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Text;

namespace TencentImageReplication.Report.Sections;

/// <summary>Creates the figures on top of the page.</summary>
internal static class Summary
{
    public static IReadOnlyList<Tile> Of(IReadOnlyList<CopyRow> rows, Storage storage)
    {
        var ready = rows.Count(row => row.State is ReportState.Ready or ReportState.Source);
        var wanted = rows.Count(row => row.State is not (ReportState.Surplus or ReportState.Held or ReportState.Removed));
        var tiles = new List<Tile>
        {
            new(ready == wanted ? "good" : "warn", StateText.Word(ReportState.Ready), $"{Shown.Number(ready)} / {Shown.Number(wanted)}", ""),
        };
        foreach (var group in rows.GroupBy(row => row.State).OrderBy(group => Importance.Of(group.Key)))
        {
            if (group.Key is not (ReportState.Ready or ReportState.Source))
                tiles.Add(new Tile(StateText.Tone(group.Key), StateText.Word(group.Key), Shown.Number(group.Count()), ""));
        }

        tiles.Add(new Tile("calm", new Labels().Kept, storage.Total.Kept, Phrases.Change(storage.Change)));
        return tiles;
    }
}
