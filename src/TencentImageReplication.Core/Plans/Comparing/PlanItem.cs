using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>A row of a comparison, with what its action needs.</summary>
/// <param name="Row">The row.</param>
/// <param name="Cell">The version and its place.</param>
/// <param name="Differences">What the copy lacks; null when there is no copy.</param>
internal sealed record PlanItem(PlanRow Row, PlanCell Cell, CopyDifferences? Differences)
{
    /// <summary>The copy, or the image that has its name; null when there is neither.</summary>
    public Image? Image => Cell.Finding?.Image;

    /// <summary>The targets that start from the image in its region; null for an older version, and where the plan publishes nothing.</summary>
    public PlanPublication? Publication => Cell is { IsWanted: true, Position: 0 } ? Cell.Target!.Publish : null;

    /// <summary>The accounts that the plan shares the copy with.</summary>
    public IReadOnlyList<string> WantedShares { get; init; } = [];

    /// <summary>The accounts that the copy is shared with; null when they were not read.</summary>
    public IReadOnlyList<string>? Shares { get; init; }

    /// <summary>True when only a use or sharing of the copy can be a reason not to delete it.</summary>
    public bool MayBeRemoved { get; init; }
}
