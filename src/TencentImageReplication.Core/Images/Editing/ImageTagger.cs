using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Api.Tagging;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Editing;

/// <summary>Adds tags to existing images. CVM itself tags only what it creates.</summary>
/// <param name="connection">Sends the calls.</param>
/// <param name="account">Looks up the account; null for a look-up of its own.</param>
public sealed class ImageTagger(TencentCloudConnection connection, CallerAccount? account = null)
{
    private readonly CallerAccount _account = account ?? new CallerAccount(connection);

    /// <summary>Adds tags to an image of the account. Existing tags stay.</summary>
    /// <param name="region">The region of the image.</param>
    /// <param name="imageId">The image.</param>
    /// <param name="tags">The tags; reserved ones are skipped.</param>
    /// <param name="cancellationToken">Cancels; some tags may be set by then.</param>
    /// <exception cref="TencentCloudException">A request failed, or the service reports that the image was not tagged.</exception>
    public async Task TagAsync(string region, string imageId, IReadOnlyList<Tag> tags, CancellationToken cancellationToken)
    {
        var wanted = tags
            .Where(tag => !ImageTagRules.IsReserved(tag.Key))
            .Select(tag => new ResourceTag(tag.Key, tag.Value))
            .ToArray();
        if (wanted.Length == 0)
            return;

        for (var start = 0; start < wanted.Length; start += TagResources.MaxPerCall)
        {
            var image = new ImageRef(imageId, region);
            var failures = await SendAsync([image], [.. wanted.Skip(start).Take(TagResources.MaxPerCall)], cancellationToken);
            if (failures.TryGetValue(image, out var failure))
                throw failure;
        }
    }

    /// <summary>Adds one tag to several images of the account with one request. Existing tags with other keys stay.</summary>
    /// <param name="images">At most ten images, of any regions.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="cancellationToken">Cancels; the tag may be set by then.</param>
    /// <returns>The images that the service did not tag, with its errors.</returns>
    /// <exception cref="TencentCloudException">The request failed: no image has the tag.</exception>
    public Task<IReadOnlyDictionary<ImageRef, TencentCloudException>> TagAsync(
        IReadOnlyList<ImageRef> images, Tag tag, CancellationToken cancellationToken) =>
        SendAsync(images, [new ResourceTag(tag.Key, tag.Value)], cancellationToken);

    /// <summary>Removes a tag from an image of the account. An image without it is no error.</summary>
    /// <param name="image">The image.</param>
    /// <param name="key">The key of the tag.</param>
    /// <param name="cancellationToken">Cancels; the tag may be removed by then.</param>
    /// <exception cref="TencentCloudException">The request failed, or the service reports that the image kept the tag.</exception>
    public async Task UntagAsync(ImageRef image, string key, CancellationToken cancellationToken)
    {
        var accountId = await _account.GetIdAsync(image.Region, cancellationToken);
        var request = new UnTagResourcesRequest { ResourceList = [NameOf(image, accountId)], TagKeys = [key] };
        var response = await connection.SendAsync(UnTagResources.Action, request, region: null, cancellationToken);
        if (response.FailedResources is [var failed, ..])
            throw ErrorOf(failed, UnTagResources.Action.Name, image.Region, response.RequestId);
    }

    private async Task<IReadOnlyDictionary<ImageRef, TencentCloudException>> SendAsync(
        IReadOnlyList<ImageRef> images, IReadOnlyList<ResourceTag> tags, CancellationToken cancellationToken)
    {
        var accountId = await _account.GetIdAsync(images[0].Region, cancellationToken);
        var request = new TagResourcesRequest { ResourceList = [.. images.Select(image => NameOf(image, accountId))], Tags = tags };
        var response = await connection.SendAsync(TagResources.Action, request, region: null, cancellationToken);
        var failures = new Dictionary<ImageRef, TencentCloudException>();
        foreach (var failed in response.FailedResources)
        {
            // A failure that names no image of the request concerns all of them, as far as is known.
            var named = images.Where(image => failed.Resource.EndsWith($"/{image.ImageId}", StringComparison.OrdinalIgnoreCase)).ToList();
            foreach (var image in named.Count > 0 ? named : images)
                failures[image] = ErrorOf(failed, TagResources.Action.Name, image.Region, response.RequestId);
        }

        return failures;
    }

    private static string NameOf(ImageRef image, string accountId) =>
        $"qcs::cvm:{image.Region.ToLowerInvariant()}:uin/{accountId}:image/{image.ImageId}";

    private static TencentCloudException ErrorOf(FailedResource failed, string action, string region, string requestId) => new(
        ErrorClassifier.Classify(failed.Code, action),
        failed.Code,
        failed.Message,
        action,
        region,
        requestId);
}
