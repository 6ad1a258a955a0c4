using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>The result of looking for the copy of a version in one place.</summary>
/// <param name="Kind">The kind of result.</param>
/// <param name="Image">The copy, or the image that has its name; null when there is neither.</param>
internal sealed record CopyFinding(CopyFindingKind Kind, Image? Image)
{
    /// <summary>True when the image is the version itself or a copy of it.</summary>
    public bool IsCopy => Kind is CopyFindingKind.Source or CopyFindingKind.Marked or CopyFindingKind.LooksAlike;
}

/// <summary>The kinds of results of looking for a copy.</summary>
internal enum CopyFindingKind
{
    /// <summary>There is no copy, and its name is free.</summary>
    None,

    /// <summary>The place is that of the source.</summary>
    Source,

    /// <summary>A mark names the version.</summary>
    Marked,

    /// <summary>An image without a mark looks like the version.</summary>
    LooksAlike,

    /// <summary>An image without a mark can be the copy of several versions.</summary>
    Ambiguous,

    /// <summary>There is no copy, and a copy of an earlier image of the family has its name.</summary>
    NameOfEarlierCopy,

    /// <summary>There is no copy, and another image has its name.</summary>
    NameTaken,
}
