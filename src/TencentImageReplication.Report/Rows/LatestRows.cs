namespace TencentImageReplication.Report.Rows;

/// <summary>Keeps one row for each copy: the latest, with the times of earlier ones.</summary>
internal sealed class LatestRows
{
    private readonly List<CopyRow> _rows = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>The rows, in the order in which they were first seen.</summary>
    public IReadOnlyList<CopyRow> All => _rows;

    /// <summary>Adds a row, or updates the one of the same copy.</summary>
    public void Add(CopyRow row)
    {
        var key = string.Join("\n", row.Name, row.SourceImageId, row.Version, row.Account, row.Region);
        if (_places.TryGetValue(key, out var place))
        {
            _rows[place] = Updated(_rows[place], row);
            return;
        }

        _places[key] = _rows.Count;
        _rows.Add(row);
    }

    // A run and the comparison after it are about one copy. An error that a later row does not have is over.
    private static CopyRow Updated(CopyRow earlier, CopyRow later) => later with
    {
        Found = earlier.Found is { } found && found != ReportState.Ready ? found : later.Found,
        Action = later.Action ?? earlier.Action,
        SourceCreatedTime = later.SourceCreatedTime ?? earlier.SourceCreatedTime,
        ImageId = later.ImageId ?? earlier.ImageId,
        SizeGB = later.SizeGB ?? earlier.SizeGB,
        Reason = later.Reason ?? earlier.Reason,
        DecidedAt = later.DecidedAt ?? earlier.DecidedAt,
        RequestedAt = later.RequestedAt ?? earlier.RequestedAt,
        CompletedAt = later.CompletedAt ?? earlier.CompletedAt,
    };
}
