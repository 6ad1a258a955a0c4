using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>Finds the copy of a version among the images of a place: by its mark, and without one by its name, looks and age.</summary>
internal static class CopyFinder
{
    /// <summary>Finds the copy.</summary>
    /// <param name="family">The family.</param>
    /// <param name="version">The version.</param>
    /// <param name="versions">All versions of the family.</param>
    /// <param name="place">The place.</param>
    /// <param name="isPlaceOfSources">True when the sources are in this region of this account.</param>
    public static CopyFinding Find(
        PlanFamily family, FamilyVersion version, IReadOnlyList<FamilyVersion> versions, PlaceContents place, bool isPlaceOfSources)
    {
        if (isPlaceOfSources && version.Image is { } source)
            return new CopyFinding(CopyFindingKind.Source, source);
        var usable = place.Images.Where(image => !ImageStates.IsFailed(image.ImageState)).ToList();
        if (Best(usable.Where(image => SourceMark.Of(image).Any(version.IsNamedBy))) is { } marked)
            return new CopyFinding(CopyFindingKind.Marked, marked);
        if (version.Image is null)
            return new CopyFinding(CopyFindingKind.None, null);

        var name = version.NameOfCopy(family);
        var named = usable.Where(image => image.ImageName == name).ToList();
        if (Best(named.Where(image => LooksLike(image, place, version))) is { } similar)
        {
            var others = versions.Any(other => other != version && other.NameOfCopy(family) == name && LooksLike(similar, place, other));
            return new CopyFinding(others ? CopyFindingKind.Ambiguous : CopyFindingKind.LooksAlike, similar);
        }

        return named.Find(image => IsEarlier(family, image, version, versions)) is { } earlier
            ? new CopyFinding(CopyFindingKind.NameOfEarlierCopy, earlier)
            : named is [var taken, ..] ? new CopyFinding(CopyFindingKind.NameTaken, taken) : new CopyFinding(CopyFindingKind.None, null);
    }



    // One that can be used, before one that is being created; the newest of several.
    private static Image? Best(IEnumerable<Image> images) => images
        .OrderByDescending(image => image.ImageState == ImageStates.Normal)
        .ThenByDescending(image => image.CreatedTime)
        .FirstOrDefault();

    private static bool LooksLike(Image image, PlaceContents place, FamilyVersion version) =>
        version.Image is { } source && CopyRecognition.Match(image, place.Region, source, version.Source.Region) == CopyMatch.LooksAlike;

    // Only an image that the plan may treat as a copy of its own gets another name.
    private static bool IsEarlier(PlanFamily family, Image image, FamilyVersion version, IReadOnlyList<FamilyVersion> versions)
    {
        var marks = SourceMark.Of(image);
        return marks.Count == 0
            ? family.AdoptUnmarked && image.CreatedTime < version.Source.CreatedTime
            : marks.Any(mark => versions.Any(other => other != version && other.IsNamedBy(mark)) || IsGone(mark, version));
    }

    // The origin of the mark was in the region of the sources, before this version.
    private static bool IsGone(SourceMark mark, FamilyVersion version) =>
        (mark.Origin ?? mark.Source) is var root
        && RegionRules.IsSame(root.Region, version.Source.Region)
        && root.CreatedTime < version.Source.CreatedTime;
}
