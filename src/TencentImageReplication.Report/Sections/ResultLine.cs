using System.Globalization;
using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Text;

namespace TencentImageReplication.Report.Sections;

/// <summary>A test or a publication.</summary>
internal sealed record ResultLine(string Name, string ImageId, string Place, string Tone, string Symbol, string Status, string Details, string Output)
{
    private const string OutputColumn = "ScriptOutput";

    public static IReadOnlyList<ResultLine> Of(IReadOnlyList<ResultRow> rows, bool withAccounts) =>
    [
        .. rows.Select(row => new ResultLine(
            Shown.Name(row.Name),
            Shown.Name(row.ImageId),
            Sections.Place.Of(row.Account, row.Region, withAccounts).Label,
            StateText.Tone(row.State),
            StateText.Symbol(row.State),
            Shown.Name(Words.Status(row.Status)),
            Phrases.Parts(row.Details.Where(detail => detail.Key != OutputColumn).Select(detail => $"{Phrases.Column(detail.Key)} {ValueOf(detail)}")),
            Shown.Lines(row.Details.Where(detail => detail.Key == OutputColumn).Select(detail => detail.Value).FirstOrDefault()))),
    ];

    private static string ValueOf(KeyValuePair<string, string> detail) => detail.Key switch
    {
        "PublishedAt" or "CompletedAt" => Shown.Time(DateTimeOffset.Parse(detail.Value, CultureInfo.InvariantCulture)),
        "BootedIn" when TimeSpan.TryParse(detail.Value, CultureInfo.InvariantCulture, out var span) => Shown.Span(span),
        "Kind" => Shown.Name(Words.Kind(detail.Value)),
        _ => Shown.Name(detail.Value),
    };
}
