using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>
/// Finds the copy of an image among the images of a destination: by its mark, and without one by its properties and its age. Of two
/// images that look the same (look-alikes) neither may take a copy without a mark that could belong to the other.
/// </summary>
internal sealed class ReusableCopies(DestinationInventory inventory)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, List<(Image Image, string Region)>> _sources = new(StringComparer.Ordinal);
    private readonly HashSet<(string Region, string SourceId)> _copied = [];

    /// <summary>Registers an image of this run, and claims the copies that are known to belong to it.</summary>
    public void Register(ImageCopyRequest request, Image image)
    {
        lock (_gate)
        {
            var name = request.NameOfCopy(image);
            if (!_sources.TryGetValue(name, out var sources))
                _sources.Add(name, sources = []);
            if (!sources.Exists(known => known.Image.ImageId == image.ImageId))
                sources.Add((image, request.SourceRegion));
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

    /// <summary>Returns the images that a destination had before the run and that can be a copy of the image, the best first.</summary>
    public List<Image> Candidates(ImageCopyRequest request, Image image, string destination) =>
    [
        .. CopyRecognition.Rank(inventory.Find(destination, request.NameOfCopy(image)), destination, image, request.SourceRegion)
            .Select(candidate => candidate.Image),
    ];

    /// <summary>Checks that a destination had another image with the name of the copy before the run.</summary>
    public bool HasName(ImageCopyRequest request, Image image, string destination) =>
        inventory.Find(destination, request.NameOfCopy(image)).Any(candidate => candidate.ImageId != image.ImageId);

    /// <summary>
    /// Returns the newest image of a destination that has the name of the copy but is a copy of an earlier image of that name, or older
    /// than the source; null when there is none.
    /// </summary>
    public Image? FindStale(ImageCopyRequest request, Image image, string destination)
    {
        var living = inventory.Find(request.SourceRegion, image.ImageName).Append(image)
            .Select(source => ImageIdentity.Of(source, request.SourceRegion)).ToList();
        return inventory.Find(destination, request.NameOfCopy(image))
            .Where(IsStale)
            .OrderByDescending(candidate => candidate.CreatedTime)
            .FirstOrDefault();

        bool IsStale(Image candidate) => CopyRecognition.Match(candidate, destination, image, request.SourceRegion) switch
        {
            CopyMatch.OlderThanSource => !inventory.IsClaimed(destination, candidate.ImageId)
                && FindLookAlike(request, image, destination, candidate) is null,
            // A copy of an image that still exists is not stale, whatever its name.
            CopyMatch.OfAnotherSource => SourceMark.Of(candidate).Any(mark =>
                RegionRules.IsSame(mark.Source.Region, request.SourceRegion)
                && mark.Source.CreatedTime < image.CreatedTime
                && !living.Exists(mark.ComesFrom)),
            _ => false,
        };
    }

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
            if (CopyRecognition.Match(copy, destination, image, request.SourceRegion) == CopyMatch.LooksAlike)
                CheckDoubt(request, image, destination, copy);

            inventory.TryClaim(destination, copy.ImageId);
        }

        MarkCopied(destination, image);
        return copy;
    }

    private void CheckDoubt(ImageCopyRequest request, Image image, string destination, Image copy)
    {
        if (FindLookAlike(request, image, destination, copy) is { } lookAlike)
            throw new RuleViolationException(Ambiguous(image, destination, copy, lookAlike));
        // Inside a region, copies are beside their sources.
        if (inventory.IsSource(copy.ImageId) && !RegionRules.IsSame(destination, request.SourceRegion))
            throw new RuleViolationException(CopyOrSource(image, request.SourceRegion, destination, copy));
    }

    /// <summary>Finds another image of this run or of the source region of which an image without a mark can be the copy.</summary>
    private Image? FindLookAlike(ImageCopyRequest request, Image image, string destination, Image copy)
    {
        lock (_gate)
        {
            var name = request.NameOfCopy(image);
            IEnumerable<(Image Image, string Region)> others = _sources.TryGetValue(name, out var ofThisRun) ? ofThisRun : [];
            // A copy with a different name cannot belong to an image whose copies keep their names. For copies inside a region,
            // the source region would contain the copies themselves.
            if (name == image.ImageName && !RegionRules.IsSame(destination, request.SourceRegion))
                others = others.Concat(inventory.Find(request.SourceRegion, name).Select(other => (other, request.SourceRegion)));
            return others
                .Where(other => other.Image.ImageId != image.ImageId
                    && CopyRecognition.Match(copy, destination, other.Image, other.Region) == CopyMatch.LooksAlike
                    && !_copied.Contains(Key(destination, other.Image)))
                .Select(other => other.Image)
                .FirstOrDefault();
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

    private static RuleViolation CopyOrSource(Image image, string sourceRegion, string destination, Image copy) => new(
        "AmbiguousCopy",
        Localized.Text(
            $"{copy.ImageId} ('{copy.ImageName}', {destination}) may be a copy of {image.ImageId}, but this command copies it as a source too.",
            $"{copy.ImageId}（“{copy.ImageName}”，{destination}）可能是 {image.ImageId} 的副本，但本次命令也将其作为源镜像复制。"),
        Localized.Text(
            $"If it is the copy, run the command with the images of {sourceRegion} only, which marks it. If not, specify another name for "
                + "the copy with -DestinationImageName, or copy again with -Force.",
            $"如果它是副本，请只用 {sourceRegion} 的镜像运行一次该命令，副本会因此获得标记；如果不是，请用 -DestinationImageName "
                + "为副本指定其他名称，或用 -Force 再次复制。"));
}
