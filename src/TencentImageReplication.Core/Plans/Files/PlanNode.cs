namespace TencentImageReplication.Core.Plans.Files;

/// <summary>A value in a plan file, with its line: the same for all kinds of files.</summary>
/// <param name="Kind">The kind of the value.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record PlanNode(PlanNodeKind Kind, int Line)
{
    /// <summary>The text; that of a number in the invariant culture, and <c>true</c> or <c>false</c>.</summary>
    public string Text { get; init; } = "";

    /// <summary>The values of a list.</summary>
    public IReadOnlyList<PlanNode> Items { get; init; } = [];

    /// <summary>The keys of a table, in the order of the file. A key that occurs twice is in it twice.</summary>
    public IReadOnlyList<PlanMember> Members { get; init; } = [];
}
