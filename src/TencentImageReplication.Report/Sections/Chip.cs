using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Text;

namespace TencentImageReplication.Report.Sections;

/// <summary>A state with its word, its symbol and the class of its colour.</summary>
internal sealed record Chip(string Tone, string Symbol, string Word)
{
    public static Chip Of(ReportState state) => new(StateText.Tone(state), StateText.Symbol(state), StateText.Word(state));
}
