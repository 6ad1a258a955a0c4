namespace TencentImageReplication.Report.Rows;

/// <summary>Keeps one row for each test of an image, and one for each target of an image: the latest. A run and its journal have the same.</summary>
internal sealed class LatestResults
{
    private readonly List<ResultRow> _rows = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>The rows, in the order in which they were first seen.</summary>
    public IReadOnlyList<ResultRow> All => _rows;

    /// <summary>Adds a row, or updates an earlier one.</summary>
    /// <param name="row">The row.</param>
    /// <param name="identity">The identity of the test or the target, beside the image and its place.</param>
    public void Add(ResultRow row, params string?[] identity)
    {
        var key = string.Join("\n", [row.ImageId, row.Account, row.Region, .. identity]);
        if (_places.TryGetValue(key, out var place))
        {
            _rows[place] = Updated(_rows[place], row);
            return;
        }

        _places[key] = _rows.Count;
        _rows.Add(row);
    }

    // A journal has fewer columns than the rows of its run. The columns of another result are over.
    private static ResultRow Updated(ResultRow earlier, ResultRow later) => earlier.Status != later.Status ? later : later with
    {
        Details = [.. earlier.Details.Select(detail => Later(detail, later)), .. later.Details.Where(detail => !earlier.Details.Any(other => other.Key == detail.Key))],
        Error = later.Error ?? earlier.Error,
    };

    private static KeyValuePair<string, string> Later(KeyValuePair<string, string> detail, ResultRow later) =>
        later.Details.FirstOrDefault(other => other.Key == detail.Key) is { Key: not null } found ? found : detail;
}
