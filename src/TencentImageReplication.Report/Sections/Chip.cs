using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Text;

namespace TencentImageReplication.Report.Sections;

/// <summary>A state with its word, its symbol and the class of its colour.</summary>
internal sealed record Chip(string Tone, string Symbol, string Word)
{
    /// <summary>The chip of a region without a row.</summary>
    public static Chip None { get; } = new("", "", "");

    public static Chip Of(ReportState state) => new(StateText.Tone(state), StateText.Symbol(state), StateText.Word(state));
}
