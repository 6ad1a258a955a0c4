namespace TencentImageReplication.Report.Sections;

/// <summary>The copies of a region over time. All timelines of a report have the same axis.</summary>
/// <param name="Place">The region.</param>
/// <param name="Summary">The copies in words.</param>
/// <param name="Bars">The copies.</param>
/// <param name="IsCompact">True when there are too many copies for a line each: then one picture shows all.</param>
/// <param name="Height">The height of that picture.</param>
internal sealed record Timeline(Place Place, string Summary, IReadOnlyList<TimelineBar> Bars, bool IsCompact, int Height);

/// <summary>A copy in a timeline, in thousandths of the axis.</summary>
/// <param name="Name">The image.</param>
/// <param name="Text">The copy in words.</param>
/// <param name="Tone">The colour of the end.</param>
/// <param name="WaitX">The start of the wait for the request.</param>
/// <param name="WaitWidth">The length of that wait.</param>
/// <param name="X">The request.</param>
/// <param name="Width">The length of the copy.</param>
/// <param name="EndX">The mark at the end.</param>
/// <param name="Y">The place from the top of a picture of all copies.</param>
internal sealed record TimelineBar(string Name, string Text, string Tone, int WaitX, int WaitWidth, int X, int Width, int EndX, int Y);
