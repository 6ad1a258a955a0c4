using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>Finds the versions of a family.</summary>
internal static class FamilyVersions
{
    /// <summary>
    /// Returns the versions of a family, the newest first: the source images, and the sources that are gone but have copies. A gone
    /// source keeps its place, so that its copies are not taken for the newest version or for no version.
    /// </summary>
    /// <param name="family">The family.</param>
    /// <param name="region">The region of the sources.</param>
    /// <param name="sources">All custom images of that region in the account of the sources.</param>
    /// <param name="copies">The images of the other places, which may be copies.</param>
    public static IReadOnlyList<FamilyVersion> Of(
        PlanFamily family, string region, IReadOnlyList<Image> sources, IEnumerable<Image> copies)
    {
        var versions = Present(family, region, sources);
        var existing = new HashSet<string>(sources.Select(image => image.ImageId), StringComparer.Ordinal);
        foreach (var copy in copies)
        {
            foreach (var mark in SourceMark.Of(copy))
            {
                var root = mark.Origin ?? mark.Source;
                if (RegionRules.IsSame(root.Region, region)
                    && !existing.Contains(root.ImageId)
                    && FamilySelector.Selects(family, copy)
                    && !versions.Exists(version => version.IsNamedBy(mark)))
                {
                    versions.Add(new FamilyVersion(copy.ImageName, root, Image: null));
                }
            }
        }

        return
        [
            .. versions
                .OrderByDescending(version => version.Source.CreatedTime)
                .ThenByDescending(version => version.Source.ImageId, StringComparer.Ordinal),
        ];
    }

    private static List<FamilyVersion> Present(PlanFamily family, string region, IReadOnlyList<Image> sources)
    {
        // An image that is still being created is no version yet, and one that failed never becomes one.
        var selected = sources
            .Where(image => image.ImageState is ImageStates.Normal or ImageStates.Syncing && FamilySelector.Selects(family, image))
            .ToList();
        var identities = selected.ConvertAll(image => ImageIdentity.Of(image, region));
        // An encrypted copy beside its source has its name, but is no version of its own.
        selected.RemoveAll(image => SourceMark.Of(image).Any(mark =>
            identities.Exists(other => other.ImageId != image.ImageId && mark.ComesFrom(other))));
        var roots = selected.ConvertAll(RootOf);
        return
        [
            .. selected.Select((image, index) => new FamilyVersion(image.ImageName, ImageIdentity.Of(image, region), image)
            {
                Root = roots[index] is { } root && roots.FindAll(other => other?.IsSame(root) == true).Count == 1 ? root : null,
            }),
        ];
    }

    private static ImageIdentity? RootOf(Image image) => SourceMark.Of(image) is [var mark, ..] ? mark.Origin ?? mark.Source : null;
}
