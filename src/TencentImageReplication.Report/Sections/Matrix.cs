namespace TencentImageReplication.Report.Sections;

/// <summary>The states of all images in all regions.</summary>
/// <param name="Columns">The regions.</param>
/// <param name="Rows">The images.</param>
/// <param name="Legend">The states that occur.</param>
/// <param name="IsCompact">True when there are too many columns for words in the cells.</param>
internal sealed record Matrix(IReadOnlyList<Place> Columns, IReadOnlyList<MatrixRow> Rows, IReadOnlyList<Chip> Legend, bool IsCompact);

/// <summary>The states of an image: a cell for each region, and the regions of each state for narrow screens.</summary>
internal sealed record MatrixRow(string Name, string Ready, bool IsComplete, IReadOnlyList<MatrixCell> Cells, IReadOnlyList<StateGroup> Groups);

/// <summary>The state of an image in a region.</summary>
/// <param name="Chip">The state; empty if there is no row.</param>
/// <param name="Note">The number of versions, when there are several.</param>
/// <param name="ShortNote">The same for a compact matrix.</param>
internal sealed record MatrixCell(Chip Chip, string Note, string ShortNote);

/// <summary>The regions where an image has a state.</summary>
/// <param name="Chip">The state.</param>
/// <param name="Count">The number of regions.</param>
/// <param name="Regions">The regions.</param>
/// <param name="IsFolded">True if the regions only show on demand: there are many of them, and nothing is wrong.</param>
internal sealed record StateGroup(Chip Chip, int Count, IReadOnlyList<string> Regions, bool IsFolded);
