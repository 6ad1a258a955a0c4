using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Api.Tagging;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Editing;

/// <summary>Puts tags on images that are there: CVM itself tags only what it makes.</summary>
public sealed class ImageTagger(TencentCloudConnection connection)
{
    // Tags that the cloud sets by itself cannot be set by anybody else.
    private const string ReservedPrefix = "qcs:";

    private Task<string>? _accountId;

    /// <summary>Puts tags on an image of the account; those that are on it already stay.</summary>
    /// <param name="region">The region that the image is in.</param>
    /// <param name="imageId">The image.</param>
    /// <param name="tags">The tags; reserved ones are left out.</param>
    /// <param name="cancellationToken">Ends it; some tags may be set by then.</param>
    /// <exception cref="TencentCloudException">A call failed, or the service says that the image could not be tagged.</exception>
    public async Task TagAsync(string region, string imageId, IReadOnlyList<Tag> tags, CancellationToken cancellationToken)
    {
        var wanted = tags
            .Where(tag => !tag.Key.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase))
            .Select(tag => new ResourceTag(tag.Key, tag.Value))
            .ToArray();
        if (wanted.Length == 0)
            return;

        var resource = $"qcs::cvm:{region}:uin/{await GetAccountIdAsync(cancellationToken).ConfigureAwait(false)}:image/{imageId}";
        for (var start = 0; start < wanted.Length; start += TagResources.MaxPerCall)
        {
            var request = new TagResourcesRequest
            {
                ResourceList = [resource],
                Tags = [.. wanted.Skip(start).Take(TagResources.MaxPerCall)],
            };
            var answer = await connection.SendAsync(TagResources.Action, request, region: null, cancellationToken).ConfigureAwait(false);
            if (answer.FailedResources is [var failed, ..])
            {
                throw new TencentCloudException(
                    TencentCloudErrorKind.Service, failed.Code, failed.Message, TagResources.Action.Name, region, answer.RequestId);
            }
        }
    }

    // The account of a connection does not change. A call that failed is made again by the next one who asks.
    private async Task<string> GetAccountIdAsync(CancellationToken cancellationToken)
    {
        var asking = Volatile.Read(ref _accountId);
        if (asking is null || asking.IsFaulted || asking.IsCanceled)
            Volatile.Write(ref _accountId, asking = AskAsync(cancellationToken));
        return await asking.ConfigureAwait(false);
    }

    private async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        var answer = await connection.SendAsync(GetCallerIdentity.Action, new GetCallerIdentityRequest(), region: null, cancellationToken)
            .ConfigureAwait(false);
        return answer.AccountId;
    }
}
