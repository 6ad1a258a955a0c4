namespace TencentImageReplication.Report.Sections;

/// <summary>A figure of the summary.</summary>
internal sealed record Tile(string Tone, string Label, string Value, string Note);
