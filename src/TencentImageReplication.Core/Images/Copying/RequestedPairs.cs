using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>The requested copies of a run. However often one is in the input, it is requested once and has one row.</summary>
internal sealed class RequestedPairs
{
    private readonly HashSet<(string Source, string Destination, string Name)> _taken = [];

    // With the name that was given. The name of an image is not known while its region does not respond.
    private readonly HashSet<(string Source, string Destination, string Name)> _takenAsGiven = [];

    /// <summary>Returns the requests without the destinations that were in the input before. A request without destinations is left out.</summary>
    /// <param name="requests">Requests that arrived together. Of equal ones, one that knows its copy counts.</param>
    /// <param name="find">Returns the image of a request; null when it is not known.</param>
    public List<ImageCopyRequest> TakeNew(IReadOnlyCollection<ImageCopyRequest> requests, Func<ImageCopyRequest, Image?> find)
    {
        var chosen = new Dictionary<(string, string, string), ImageCopyRequest>();
        foreach (var request in requests)
        {
            foreach (var region in request.DestinationRegions)
            {
                var key = Key(request, region, find(request));
                if (!chosen.TryGetValue(key, out var earlier) || (!KnowsCopy(earlier, region) && KnowsCopy(request, region)))
                    chosen[key] = request;
            }
        }

        lock (_taken)
        {
            return
            [
                .. requests
                    .Select(request => request with
                    {
                        DestinationRegions = [.. request.DestinationRegions.Where(region => TakeOne(request, region))],
                        IncludesOtherRegions = request.DestinationRegions.Any(region => !RegionRules.IsSame(region, request.SourceRegion)),
                    })
                    .Where(request => request.DestinationRegions.Count > 0),
            ];
        }

        bool TakeOne(ImageCopyRequest request, string region)
        {
            var image = find(request);
            var key = Key(request, region, image);
            return ReferenceEquals(chosen[key], request) && _takenAsGiven.Add(Key(request, region, null)) && (image is null || _taken.Add(key));
        }
    }

    private static bool KnowsCopy(ImageCopyRequest request, string region) => request.KnownCopies?.ContainsKey(region) == true;

    private static (string Source, string Destination, string Name) Key(ImageCopyRequest request, string region, Image? image) => (
        $"{request.SourceRegion.ToUpperInvariant()} {request.ImageId}",
        region.ToUpperInvariant(),
        image is null ? request.ImageName ?? "" : request.NameOfCopy(image));
}
