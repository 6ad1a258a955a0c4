using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Text;

namespace TencentImageReplication.Report.Sections;

/// <summary>The failures with one error code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Count">The number of failures.</param>
/// <param name="Advice">The advice about the code; empty if there is none.</param>
/// <param name="Lines">The failures.</param>
internal sealed record FailureGroup(string Code, int Count, string Advice, IReadOnlyList<FailureLine> Lines)
{
    /// <summary>Creates the groups, the largest first.</summary>
    /// <param name="failures">The failures, with the image and the place of each.</param>
    /// <param name="advise">Returns the advice about an error; null for none.</param>
    public static IReadOnlyList<FailureGroup> Of(IEnumerable<(string Name, string Place, RowError Error)> failures, Func<RowError, string?> advise) =>
    [
        .. failures.GroupBy(failure => failure.Error.Code)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new FailureGroup(
                Shown.Name(group.Key), group.Count(), Shown.Text(advise(group.First().Error)), LinesOf(group))),
    ];

    // One response can refuse several copies: its message and ID are one line.
    private static IReadOnlyList<FailureLine> LinesOf(IEnumerable<(string Name, string Place, RowError Error)> failures) =>
    [
        .. failures.GroupBy(failure => (failure.Name, failure.Error.Message, failure.Error.RequestId)).Select(group => new FailureLine(
            Shown.Name(group.Key.Name), [.. group.Select(failure => failure.Place)], Shown.Text(group.Key.Message), Shown.Name(group.Key.RequestId))),
    ];
}

/// <summary>A failure of an image, and the regions that have it.</summary>
internal sealed record FailureLine(string Name, IReadOnlyList<string> Regions, string Message, string RequestId);
