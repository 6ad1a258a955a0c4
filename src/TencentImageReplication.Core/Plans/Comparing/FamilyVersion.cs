using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Provenance;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>A version of a family: one source image.</summary>
/// <param name="Name">The name of the source image; that of a copy when the source is gone.</param>
/// <param name="Source">The identity of the source image.</param>
/// <param name="Image">The source image; null when it is gone.</param>
internal sealed record FamilyVersion(string Name, ImageIdentity Source, Image? Image)
{
    /// <summary>The image from which the source itself was copied, when no other version was copied from it; null for none.</summary>
    public ImageIdentity? Root { get; init; }

    /// <summary>Checks that a mark names this version, as the direct source of a copy or as the origin of the chain.</summary>
    public bool IsNamedBy(SourceMark mark) => mark.ComesFrom(Source) || (Root is not null && mark.Origin?.IsSame(Root) == true);

    /// <summary>Returns the name of the copies; null when it is not known.</summary>
    public string? NameOfCopy(PlanFamily family) => family.DestinationImageName ?? Image?.ImageName;
}
