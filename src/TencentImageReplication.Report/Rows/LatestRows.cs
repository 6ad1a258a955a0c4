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

    // A run and the comparison after it are about one copy. An error that a later row does not have is over, and a copy that was missing
    // can have another difference later.
    private static CopyRow Updated(CopyRow earlier, CopyRow later)
    {
        var isSame = later.Found is null or ReportState.Ready || later.Found == earlier.Found;
        var decidedAt = later.DecidedAt ?? earlier.DecidedAt;
        return later with
        {
            Found = isSame && earlier.Found is not (null or ReportState.Ready) ? earlier.Found : later.Found,
            Action = later.Action ?? (isSame ? earlier.Action : null),
            SourceCreatedTime = later.SourceCreatedTime ?? earlier.SourceCreatedTime,
            ImageId = later.ImageId ?? earlier.ImageId,
            SizeGB = later.SizeGB ?? earlier.SizeGB,
            Reason = later.Reason ?? (isSame ? earlier.Reason : null),
            DecidedAt = decidedAt,
            // The decisions of later runs are about something else.
            WaitingSince = later.RequestedAt is null ? earlier.WaitingSince : decidedAt,
            RequestedAt = later.RequestedAt ?? earlier.RequestedAt,
            CompletedAt = later.CompletedAt ?? earlier.CompletedAt,
        };
    }
}
