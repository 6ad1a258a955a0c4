namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>One version of a family in one place, before the place is known in detail.</summary>
/// <param name="Family">The family.</param>
/// <param name="Version">The version.</param>
/// <param name="Position">The number of newer versions of the family.</param>
/// <param name="Account">The name of the account of the place.</param>
/// <param name="Region">The region of the place.</param>
/// <param name="Target">The target of the family that the place belongs to; null for none.</param>
/// <param name="Finding">The copy, or what is in its place; null when the place could not be read.</param>
internal sealed record PlanCell(
    PlanFamily Family, FamilyVersion Version, int Position, string Account, string Region, PlanTarget? Target, CopyFinding? Finding)
{
    /// <summary>True when the place is a target of the family.</summary>
    public bool IsTarget => Target is not null;

    /// <summary>True when the version belongs in the place.</summary>
    public bool IsWanted => IsTarget && Position < Family.Versions && Version.Image is not null;

    /// <summary>True when the version or a copy of it is in the place.</summary>
    public bool HasCopy => Finding?.IsCopy == true;
}
