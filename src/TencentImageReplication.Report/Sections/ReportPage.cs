using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Text;

namespace TencentImageReplication.Report.Sections;

/// <summary>Everything that the page shows, as text.</summary>
internal sealed class ReportPage
{
    /// <param name="rows">The rows.</param>
    /// <param name="title">The title; null for the usual one.</param>
    /// <param name="createdAt">The time of the report.</param>
    /// <param name="advise">Returns the advice about an error; null for none.</param>
    public ReportPage(ReportRows rows, string? title, DateTimeOffset createdAt, Func<RowError, string?> advise)
    {
        var copies = rows.Copies;
        var results = rows.Tests.Concat(rows.Publications).ToList();
        var withAccounts = copies.Select(row => row.Account).Distinct().Skip(1).Any();
        // The rows of copies have no account, and those of results the ID of theirs.
        var withResultAccounts = withAccounts || results.Select(row => row.Account).Where(account => account.Length > 0).Distinct().Skip(1).Any();
        Title = title is { Length: > 0 } ? Shown.Name(title) : T.Title;
        Created = Phrases.Created(Shown.Time(createdAt));
        IsEmpty = copies.Count + results.Count == 0;
        HasCopies = copies.Count > 0;
        HasPlan = copies.Any(row => row.Found is not null);
        Storage = Storage.Of(copies, withAccounts);
        Tiles = Summary.Of(copies, Storage);
        Matrix = MatrixBuilder.Create(copies, withAccounts);
        var timelines = new TimelineBuilder(copies);
        Timelines = timelines.Create(withAccounts);
        Ticks = timelines.Ticks;
        Drift = DriftLine.Of(copies, withAccounts);
        Failures = FailureGroup.Of(
            copies.Where(row => row.Error is not null)
                .Select(row => (row.Version.Length > 0 ? row.Version : row.Name, Place.Of(row.Account, row.Region, withAccounts).Label, row.Error!))
                .Concat(results.Where(row => row.Error is not null)
                    .Select(row => (row.Name, Place.Of(row.Account, row.Region, withResultAccounts).Label, row.Error!))),
            advise);
        Tests = ResultLine.Of(rows.Tests, withResultAccounts);
        Publications = ResultLine.Of(rows.Publications, withResultAccounts);
    }

    /// <summary>The fixed texts.</summary>
    public Labels T { get; } = new();

    public string Title { get; }

    public string Created { get; }

    public bool IsEmpty { get; }

    public bool HasCopies { get; }

    /// <summary>True if rows of a plan, or a copy of an earlier image, can differ from what is wanted.</summary>
    public bool HasPlan { get; }

    public IReadOnlyList<Tile> Tiles { get; }

    public Matrix Matrix { get; }

    public IReadOnlyList<Timeline> Timelines { get; }

    public IReadOnlyList<string> Ticks { get; }

    public IReadOnlyList<DriftLine> Drift { get; }

    public IReadOnlyList<FailureGroup> Failures { get; }

    public Storage Storage { get; }

    public IReadOnlyList<ResultLine> Tests { get; }

    public IReadOnlyList<ResultLine> Publications { get; }
}
