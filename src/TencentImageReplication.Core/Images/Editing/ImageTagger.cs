using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Api.Tagging;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Editing;

/// <summary>Adds tags to existing images. CVM itself tags only what it creates.</summary>
public sealed class ImageTagger(TencentCloudConnection connection)
{
    // Only Tencent Cloud itself sets tags with this prefix.
    private const string ReservedPrefix = "qcs:";

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
            .Where(tag => !tag.Key.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase))
            .Select(tag => new ResourceTag(tag.Key, tag.Value))
            .ToArray();
        if (wanted.Length == 0)
            return;

        var resource = $"qcs::cvm:{region}:uin/{await GetAccountIdAsync(region, cancellationToken)}:image/{imageId}";
        for (var start = 0; start < wanted.Length; start += TagResources.MaxPerCall)
        {
            var request = new TagResourcesRequest
            {
                ResourceList = [resource],
                Tags = [.. wanted.Skip(start).Take(TagResources.MaxPerCall)],
            };
            var response = await connection.SendAsync(TagResources.Action, request, region: null, cancellationToken);
            if (response.FailedResources is [var failed, ..])
            {
                throw new TencentCloudException(
                    TencentCloudErrorKind.Service, failed.Code, failed.Message, TagResources.Action.Name, region, response.RequestId);
            }
        }
    }

    // The account of a connection does not change. A failed request is retried by the next caller.
    private async Task<string> GetAccountIdAsync(string region, CancellationToken cancellationToken)
    {
        var request = Volatile.Read(ref _accountId);
        if (request is null || request.IsFaulted || request.IsCanceled)
            Volatile.Write(ref _accountId, request = RequestAccountIdAsync(region, cancellationToken));
        return await request;
    }

    private async Task<string> RequestAccountIdAsync(string region, CancellationToken cancellationToken)
    {
        var response = await connection.SendAsync(GetCallerIdentity.Action, new GetCallerIdentityRequest(), region, cancellationToken);
        return response.AccountId;
    }
}
