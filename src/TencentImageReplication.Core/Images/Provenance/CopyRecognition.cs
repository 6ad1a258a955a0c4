using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Provenance;

/// <summary>Decides whether an image is a copy of another one: by its mark, and without one by its properties and its age.</summary>
public static class CopyRecognition
{
    /// <summary>Compares an image with the source of the wanted copy. The caller has compared the names.</summary>
    /// <param name="candidate">An image of the destination.</param>
    /// <param name="region">The region of the candidate.</param>
    /// <param name="source">The source.</param>
    /// <param name="sourceRegion">The region of the source.</param>
    public static CopyMatch Match(Image candidate, string region, Image source, string sourceRegion)
    {
        var identity = ImageIdentity.Of(source, sourceRegion);
        if (candidate.ImageType != ImageTypes.Private
            || ImageStates.IsFailed(candidate.ImageState)
            || ImageIdentity.Of(candidate, region).IsSame(identity))
        {
            return CopyMatch.Different;
        }

        var marks = SourceMark.Of(candidate);
        if (marks.Any(mark => mark.Names(identity)))
            return CopyMatch.Marked;
        if (SourceMark.Of(source).Any(mark => mark.ComesFrom(ImageIdentity.Of(candidate, region))))
            return CopyMatch.SourceOfSource;
        if (marks.Count > 0)
            return CopyMatch.OfAnotherSource;
        // Both times come from the service. A time that is missing decides nothing.
        if (candidate.CreatedTime < source.CreatedTime)
            return CopyMatch.OlderThanSource;
        return HasSameSystem(candidate, source) && HasDisksOf(candidate, source) ? CopyMatch.LooksAlike : CopyMatch.Different;
    }

    /// <summary>Returns the copies of the source among images with the name of the copy, the best first: marks before looks, the newest first.</summary>
    /// <param name="candidates">The images of the destination.</param>
    /// <param name="region">The destination.</param>
    /// <param name="source">The source.</param>
    /// <param name="sourceRegion">The region of the source.</param>
    public static IReadOnlyList<(Image Image, CopyMatch Match)> Rank(
        IEnumerable<Image> candidates, string region, Image source, string sourceRegion) =>
    [
        .. candidates
            .Select(candidate => (Image: candidate, Match: Match(candidate, region, source, sourceRegion)))
            .Where(candidate => candidate.Match >= CopyMatch.LooksAlike)
            .OrderByDescending(candidate => candidate.Match)
            .ThenByDescending(candidate => candidate.Image.CreatedTime),
    ];

    private static bool HasSameSystem(Image one, Image other) =>
        one.ImageSize == other.ImageSize && one.OsName == other.OsName && one.Architecture == other.Architecture;

    // The service returns no snapshots of shared images: then nothing is known. Those of a copy appear while it is in progress.
    private static bool HasDisksOf(Image copy, Image source)
    {
        if (source.SnapshotSet.Count == 0)
            return true;
        var missing = Disks(source);
        return Disks(copy).TrueForAll(missing.Remove) && (missing.Count == 0 || copy.ImageState != ImageStates.Normal);
    }

    private static List<(string? Usage, long? Size)> Disks(Image image) =>
        [.. image.SnapshotSet.Select(snapshot => (snapshot.DiskUsage, snapshot.DiskSize))];
}
