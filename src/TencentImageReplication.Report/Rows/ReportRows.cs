using System.Globalization;

namespace TencentImageReplication.Report.Rows;

/// <summary>Collects the rows of a report. What a row is, its columns show; later rows update earlier ones.</summary>
public sealed class ReportRows
{
    /// <summary>The account of the connection, as plans name it. Rows of copies have no other.</summary>
    internal const string OwnAccount = "self";

    private static readonly string[] TestColumns = ["InstanceId", "BootedIn", "AgentStatus", "ScriptStatus", "ScriptOutput", "Price"];

    private static readonly string[] PublicationColumns =
    [
        "Kind", "TargetId", "PreviousImageId", "PreviousVersion", "Version", "LaunchConfigurationId", "AffectedGroup", "RefreshActivityId",
        "RefreshProgress", "Reason", "PublishedAt", "CompletedAt",
    ];

    private readonly LatestRows _copies = new();
    private readonly LatestResults _tests = new();
    private readonly LatestResults _publications = new();
    private readonly Dictionary<string, string> _accountNames = new(StringComparer.Ordinal);

    internal IReadOnlyList<CopyRow> Copies => _copies.All;

    internal IReadOnlyList<ResultRow> Tests => Named(_tests);

    internal IReadOnlyList<ResultRow> Publications => Named(_publications);

    /// <summary>Adds a row.</summary>
    /// <returns>False if the columns are not those of a row that a report shows.</returns>
    public bool Add(RowValues row)
    {
        if (row.Text("AccountId") is { } id && row.Text("Account") is { } account)
            _accountNames[id] = account;
        if (row.Has("TargetId") && row.Has("Status"))
            _publications.Add(Result(row, row.Text("TargetName") ?? row.Text("TargetId"), PublicationColumns), row.Text("Kind"), row.Text("TargetName"));
        else if (row.Has("AgentStatus") && row.Has("Status"))
            _tests.Add(Result(row, row.Text("ImageName") ?? row.Text("ImageId"), TestColumns), row.Text("InstanceId"));
        else if (row.Text("Account") is not null && row.Has("Version") && row.Has("State"))
            _copies.Add(OfPlan(row));
        else if (row.Text("SourceImageId") is not null && row.Has("Status") && row.Text("Region") is not null)
            _copies.Add(OfCopy(row));
        else
            return false;
        return true;
    }

    /// <summary>Adds the lines of the journal of a run.</summary>
    /// <param name="reader">The journal.</param>
    /// <returns>The numbers of lines that are no entries. In the journal of a run that was killed, this can be the last one.</returns>
    public IReadOnlyList<int> AddJournal(TextReader reader)
    {
        var unread = new List<int>();
        for (var (line, number) = (reader.ReadLine(), 1); line is not null; (line, number) = (reader.ReadLine(), number + 1))
        {
            if (line.Trim().Length == 0)
                continue;
            if (JournalLine.TryRead(line) is not { } entry || !Add(entry))
                unread.Add(number);
        }

        return unread;
    }

    private bool Add(JournalLine entry)
    {
        // Tests and publications have the columns of their commands.
        if (entry.Event is "tested" or "published")
            return Add(entry.Values);
        var row = OfPlan(entry.Values);
        _copies.Add(entry.Event switch
        {
            "decided" => row with { DecidedAt = entry.Time },
            "requested" => row with { State = ReportState.Copying, RequestedAt = row.RequestedAt ?? entry.Time },
            _ => row,
        });
        return true;
    }

    /// <summary>Creates the row of a plan.</summary>
    internal static CopyRow OfPlan(RowValues row)
    {
        var version = row.Text("Version") ?? "";
        return new CopyRow
        {
            Name = row.Text("Family") ?? version,
            Version = version,
            Account = row.Text("Account") ?? "",
            Region = row.Text("Region") ?? "",
            State = ReportStates.OfPlan(row.Text("State"), row.Text("Status")),
            Found = ReportStates.OfPlanState(row.Text("State")),
            IsThere = ReportStates.IsThere(row.Text("State")),
            Action = row.Text("Action") is { } action && action != "None" ? action : null,
            SourceImageId = row.Text("SourceImageId") ?? "",
            SourceCreatedTime = row.Time("SourceCreatedTime"),
            ImageId = row.Text("ImageId"),
            SizeGB = row.Number("SizeGB"),
            Reason = row.Text("Reason"),
            RequestedAt = row.Time("RequestedAt"),
            CompletedAt = row.Time("CompletedAt"),
            Error = RowError.Of(row),
        };
    }

    private static CopyRow OfCopy(RowValues row)
    {
        var name = row.Text("ImageName") ?? row.Text("SourceImageId")!;
        var state = ReportStates.OfCopy(row.Text("Status"));
        var stale = row.Text("StaleImageId");
        return new CopyRow
        {
            Name = name,
            Version = name,
            Account = OwnAccount,
            Region = row.Text("Region") ?? "",
            State = state,
            Found = stale is null || state == ReportState.Ready ? null : ReportState.Outdated,
            SourceImageId = row.Text("SourceImageId") ?? "",
            ImageId = row.Text("ImageId"),
            SizeGB = row.Number("SizeGB"),
            Reason = stale,
            RequestedAt = row.Time("RequestedAt"),
            CompletedAt = row.Time("CompletedAt"),
            Reused = row.Flag("Reused"),
            Error = RowError.Of(row),
        };
    }

    // The rows of tests and publications have the ID of the account, and those of the plan its name too.
    private List<ResultRow> Named(LatestResults results) =>
        [.. results.All.Select(row => _accountNames.TryGetValue(row.Account, out var name) ? row with { Account = name } : row)];

    private static string Detail(RowValues row, string column) => column switch
    {
        // In a journal, the version is that of the family.
        "Version" when row.Has("Family") => row.Text("TargetVersion") ?? "",
        "PublishedAt" or "CompletedAt" => row.Time(column) is { } time ? time.ToString("o", CultureInfo.InvariantCulture) : "",
        "Price" => string.Join(" ", new[] { row.Text(column), row.Text("Currency") }.Where(part => part is not null)),
        _ => row.Text(column) ?? "",
    };

    private static ResultRow Result(RowValues row, string? name, string[] columns) => new()
    {
        Name = name ?? "",
        ImageId = row.Text("ImageId"),
        Account = row.Text("AccountId") ?? row.Text("Account") ?? "",
        Region = row.Text("Region") ?? "",
        Status = row.Text("Status") ?? "",
        State = ReportStates.OfResult(row.Text("Status")),
        Details = [.. columns.Select(column => new KeyValuePair<string, string>(column, Detail(row, column))).Where(column => column.Value.Length > 0)],
        Error = RowError.Of(row),
    };
}
