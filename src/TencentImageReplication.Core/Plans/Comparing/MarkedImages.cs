using TencentImageReplication.Core.Api.Tagging;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Transport;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>Lists the images with a mark in all regions of an account (GetResources of the tag service).</summary>
internal static class MarkedImages
{
    private const string BeforeId = ":image/";

    /// <summary>Lists the images.</summary>
    /// <param name="connection">The account.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="Transport.Errors.TencentCloudException">A request failed.</exception>
    public static async Task<IReadOnlyList<ImageRef>> ListAsync(TencentCloudConnection connection, CancellationToken cancellationToken)
    {
        var images = new HashSet<ImageRef>();
        // The next key is in use only when this one is full.
        var number = 1;
        while (await ReadAsync(SourceMark.KeyOf(number)) > 0)
            number++;

        return [.. images];

        async Task<int> ReadAsync(string key)
        {
            var count = 0;
            var request = new GetResourcesRequest { TagFilters = [new TagFilter(key)] };
            var pages = new HashSet<string>(StringComparer.Ordinal);
            do
            {
                var page = await connection.SendAsync(GetResources.Action, request, region: null, cancellationToken);
                count += page.ResourceTagMappingList.Count;
                images.UnionWith(page.ResourceTagMappingList.Select(resource => Parse(resource.Resource)).OfType<ImageRef>());
                request = request with { PaginationToken = page.PaginationToken };
            }
            while (request.PaginationToken is { Length: > 0 } token && pages.Add(token));

            return count;
        }
    }

    // qcs::cvm:(region):uin/(account):image/(ID)
    private static ImageRef? Parse(string resource)
    {
        var parts = resource.Split(':');
        var id = resource.IndexOf(BeforeId, StringComparison.Ordinal);
        return parts.Length > 4 && id > 0 && parts[3].Length > 0 ? new ImageRef(resource.Substring(id + BeforeId.Length), parts[3]) : null;
    }
}
