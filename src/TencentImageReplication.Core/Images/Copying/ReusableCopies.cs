using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>
/// Finds the copy of an image among what a destination holds. A copy does not tell its source, so that of two images which
/// look the same (twins) neither may take a copy that could be the other's.
/// </summary>
internal sealed class ReusableCopies(DestinationInventory inventory)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, List<Image>> _sources = new(StringComparer.Ordinal);
    private readonly HashSet<(string Region, string SourceId)> _served = [];

    /// <summary>Takes note of an image of this run, and sets apart the copies that are known to be its own.</summary>
    public void Announce(ImageCopyRequest request, Image image)
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
            Serve(copy.Key, image);
        }
    }

    /// <summary>The image now has a copy in the region: what else is there is somebody else's.</summary>
    public void Serve(string region, Image image)
    {
        lock (_gate)
            _served.Add(Key(region, image));
    }

    /// <summary>What a destination held before the run that could be a copy of the image.</summary>
    public List<Image> Candidates(ImageCopyRequest request, Image image, string destination) =>
    [
        .. inventory.Find(destination, request.NameOfCopy(image)).Where(candidate => CopyIdentity.IsUsableCopyOf(candidate, image)),
    ];

    /// <summary>Takes the image's copy from candidates that look like it; null when none of them is free.</summary>
    /// <exception cref="RuleViolationException">There is one that could as well be the copy of a twin.</exception>
    public Image? Take(ImageCopyRequest request, Image image, string destination, List<Image> candidates)
    {
        var copy = candidates.Find(candidate => request.IsKnownCopy(destination, candidate.ImageId));
        if (copy is null)
        {
            copy = candidates.Find(candidate => !inventory.IsClaimed(destination, candidate.ImageId));
            if (copy is null)
                return null;
            if (FindTwin(request, image, destination) is { } twin)
                throw new RuleViolationException(Ambiguous(image, destination, copy, twin));
            inventory.TryClaim(destination, copy.ImageId);
        }

        Serve(destination, image);
        return copy;
    }

    /// <summary>Another image of this run, or of the source region, whose copy would look the same and is not accounted for.</summary>
    private Image? FindTwin(ImageCopyRequest request, Image image, string destination)
    {
        lock (_gate)
        {
            var name = request.NameOfCopy(image);
            IEnumerable<Image> others = _sources.TryGetValue(name, out var ofThisRun) ? ofThisRun : [];
            // A copy with a name of its own is nobody's whose copies keep their names; and what is copied inside a region would
            // find its own copies there.
            if (name == image.ImageName && !RegionRules.IsSame(destination, request.SourceRegion))
                others = others.Concat(inventory.Find(request.SourceRegion, name));
            return others.FirstOrDefault(other =>
                other.ImageId != image.ImageId && CopyIdentity.LooksLike(other, image) && !_served.Contains(Key(destination, other)));
        }
    }

    private static (string Region, string SourceId) Key(string region, Image image) => (region.ToUpperInvariant(), image.ImageId);

    internal static RuleViolation Ambiguous(Image image, string destination, Image copy, Image twin) => new(
        "AmbiguousCopy",
        Localized.Text(
            $"{copy.ImageId} ('{copy.ImageName}', {destination}) may be a copy of {image.ImageId} or of {twin.ImageId}, which look the same.",
            $"{copy.ImageId}（“{copy.ImageName}”，{destination}）可能是 {image.ImageId} 或 {twin.ImageId} 的副本，两者无法区分。"),
        Localized.Text(
            "Pipe all rows of the earlier run in, which say whose copy it is; or give the copy another name with -DestinationImageName, "
                + "or copy all the same with -Force.",
            "请通过管道传入以前输出的所有记录，其中包含副本的来源；或用 -DestinationImageName 为副本指定其他名称；"
                + "或用 -Force 再次复制。"));
}
