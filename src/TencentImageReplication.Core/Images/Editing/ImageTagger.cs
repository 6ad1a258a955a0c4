using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Api.Tagging;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Editing;

/// <summary>Adds tags to existing images. CVM itself tags only what it creates.</summary>
public sealed class ImageTagger(TencentCloudConnection connection)
{
    private Task<string>? _accountId;

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

    /// <summary>Returns the ID of the account of the connection (GetCallerIdentity). It is read once.</summary>
    /// <param name="region">The region of the request. The account is the same in each.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="TencentCloudException">The request failed. The next caller retries it.</exception>
    public async Task<string> GetAccountIdAsync(string region, CancellationToken cancellationToken)
    {
        var request = Volatile.Read(ref _accountId);
        if (request is null || request.IsFaulted || request.IsCanceled)
            Volatile.Write(ref _accountId, request = RequestAccountIdAsync(region, cancellationToken));
        return await request;
    }

    private async Task<IReadOnlyDictionary<ImageRef, TencentCloudException>> SendAsync(
        IReadOnlyList<ImageRef> images, IReadOnlyList<ResourceTag> tags, CancellationToken cancellationToken)
    {
        var accountId = await GetAccountIdAsync(images[0].Region, cancellationToken);
        var request = new TagResourcesRequest { ResourceList = [.. images.Select(image => NameOf(image, accountId))], Tags = tags };
        var response = await connection.SendAsync(TagResources.Action, request, region: null, cancellationToken);
        var failures = new Dictionary<ImageRef, TencentCloudException>();
        foreach (var failed in response.FailedResources)
        {
            // A failure that names no image of the request concerns all of them, as far as is known.
            var named = images.Where(image => failed.Resource.EndsWith($"/{image.ImageId}", StringComparison.OrdinalIgnoreCase)).ToList();
            foreach (var image in named.Count > 0 ? named : images)
                failures[image] = ErrorOf(failed, image.Region, response.RequestId);
        }

        return failures;
    }

    private static string NameOf(ImageRef image, string accountId) =>
        $"qcs::cvm:{image.Region.ToLowerInvariant()}:uin/{accountId}:image/{image.ImageId}";

    private static TencentCloudException ErrorOf(FailedResource failed, string region, string requestId) => new(
        ErrorClassifier.Classify(failed.Code, TagResources.Action.Name),
        failed.Code,
        failed.Message,
        TagResources.Action.Name,
        region,
        requestId);

    private async Task<string> RequestAccountIdAsync(string region, CancellationToken cancellationToken)
    {
        var response = await connection.SendAsync(GetCallerIdentity.Action, new GetCallerIdentityRequest(), region, cancellationToken);
        return response.AccountId;
    }
}
