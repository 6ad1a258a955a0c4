using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>
/// Reads the copies that a response of SyncImages names. A response can be wrong without being lost: then its copies may still exist.
/// </summary>
internal static class NamedCopies
{
    /// <summary>
    /// Returns the copies that the response names beyond doubt, by requested region: an image ID that is not the source, one for the
    /// region, and in no other region.
    /// </summary>
    /// <param name="entries">The entries of the response.</param>
    /// <param name="requested">The requested regions.</param>
    /// <param name="sourceId">The image that is copied.</param>
    public static IReadOnlyDictionary<string, string> Read(
        IReadOnlyList<SyncImage> entries, IEnumerable<string> requested, string sourceId)
    {
        var named = entries
            .Select(entry => (Region: entry.Region?.Trim() ?? "", ImageId: entry.ImageId?.Trim() ?? ""))
            .Where(entry => ImageRules.CheckId(entry.ImageId) is null && entry.ImageId != sourceId)
            .ToList();
        var copies = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var region in requested)
        {
            var ids = named.Where(entry => RegionRules.IsSame(entry.Region, region)).Select(entry => entry.ImageId).Distinct(StringComparer.Ordinal).ToList();
            if (ids is [var id] && named.TrueForAll(entry => entry.ImageId != id || RegionRules.IsSame(entry.Region, region)))
                copies[region] = id;
        }

        return copies;
    }
}
