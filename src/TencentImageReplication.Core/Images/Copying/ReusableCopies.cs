using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>
/// Finds the copy of an image among the images of a destination. A copy does not name its source, so of two images that look the
/// same (look-alikes) neither may take a copy that could belong to the other.
/// </summary>
internal sealed class ReusableCopies(DestinationInventory inventory)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, List<Image>> _sources = new(StringComparer.Ordinal);
    private readonly HashSet<(string Region, string SourceId)> _copied = [];

    /// <summary>Registers an image of this run, and claims the copies that are known to belong to it.</summary>
    public void Register(ImageCopyRequest request, Image image)
    {
        lock (_gate)
        {
            var name = request.NameOfCopy(image);
            if (!_sources.TryGetValue(name, out var sources))
                _sources.Add(name, sources = []);
            if (!sources.Exists(known => known.ImageId == image.ImageId))
                sources.Add(image);
        }

        foreach (var copy in request.KnownCopies ?? new Dictionary<string, string>())
        {
            inventory.TryClaim(copy.Key, copy.Value);
            MarkCopied(copy.Key, image);
        }
    }

    /// <summary>Records that the image has a copy in the region. Other images there belong to somebody else.</summary>
    public void MarkCopied(string region, Image image)
    {
        lock (_gate)
            _copied.Add(Key(region, image));
    }

    /// <summary>Returns the images that a destination had before the run and that could be a copy of the image.</summary>
    public List<Image> Candidates(ImageCopyRequest request, Image image, string destination) =>
    [
        .. inventory.Find(destination, request.NameOfCopy(image)).Where(candidate => CopyIdentity.IsUsableCopyOf(candidate, image)),
    ];

    /// <summary>Takes the copy of the image from candidates that look like it; null when all are claimed.</summary>
    /// <exception cref="RuleViolationException">A candidate could also be the copy of a look-alike.</exception>
    public Image? Take(ImageCopyRequest request, Image image, string destination, List<Image> candidates)
    {
        var copy = candidates.Find(candidate => request.IsKnownCopy(destination, candidate.ImageId));
        if (copy is null)
        {
            copy = candidates.Find(candidate => !inventory.IsClaimed(destination, candidate.ImageId));
            if (copy is null)
                return null;
            if (FindLookAlike(request, image, destination) is { } lookAlike)
                throw new RuleViolationException(Ambiguous(image, destination, copy, lookAlike));
            inventory.TryClaim(destination, copy.ImageId);
        }

        MarkCopied(destination, image);
        return copy;
    }

    /// <summary>Finds another image of this run or of the source region whose copy would look the same and is not known.</summary>
    private Image? FindLookAlike(ImageCopyRequest request, Image image, string destination)
    {
        lock (_gate)
        {
            var name = request.NameOfCopy(image);
            IEnumerable<Image> others = _sources.TryGetValue(name, out var ofThisRun) ? ofThisRun : [];
            // A copy with a different name cannot belong to an image whose copies keep their names. For copies inside a region,
            // the source region would contain the copies themselves.
            if (name == image.ImageName && !RegionRules.IsSame(destination, request.SourceRegion))
                others = others.Concat(inventory.Find(request.SourceRegion, name));
            return others.FirstOrDefault(other =>
                other.ImageId != image.ImageId && CopyIdentity.LooksLike(other, image) && !_copied.Contains(Key(destination, other)));
        }
    }

    private static (string Region, string SourceId) Key(string region, Image image) => (region.ToUpperInvariant(), image.ImageId);

    internal static RuleViolation Ambiguous(Image image, string destination, Image copy, Image lookAlike) => new(
        "AmbiguousCopy",
        Localized.Text(
            $"{copy.ImageId} ('{copy.ImageName}', {destination}) may be a copy of {image.ImageId} or of {lookAlike.ImageId}, which look the same.",
            $"{copy.ImageId}（“{copy.ImageName}”，{destination}）可能是 {image.ImageId} 或 {lookAlike.ImageId} 的副本，两者无法区分。"),
        Localized.Text(
            "Pipe in all rows of the earlier run, which name the source of each copy. Or specify another name for the copy with "
                + "-DestinationImageName, or copy again with -Force.",
            "请通过管道传入以前输出的所有记录，其中包含副本的来源；或用 -DestinationImageName 为副本指定其他名称；"
                + "或用 -Force 再次复制。"));
}
