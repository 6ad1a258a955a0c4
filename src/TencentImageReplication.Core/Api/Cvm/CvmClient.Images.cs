using System.Runtime.CompilerServices;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Api.Lists;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Api.Cvm;

public sealed partial class CvmClient
{
    /// <summary>DescribeImages: returns one page of images.</summary>
    public Task<DescribeImagesResponse> DescribeImagesAsync(
        string region, DescribeImagesRequest request, CancellationToken cancellationToken) =>
        _lists.ReadPageAsync(CvmLists.Images, request, region, cancellationToken, request.Offset, request.ImageIds);

    /// <summary>Reads all pages of DescribeImages and returns each image that matches once.</summary>
    public IAsyncEnumerable<Image> ListImagesAsync(
        string region, IReadOnlyList<Filter>? filters, CancellationToken cancellationToken) =>
        _lists.ReadAllAsync(
            CvmLists.Images,
            region,
            offset => new DescribeImagesRequest { Filters = NullWhenEmpty(filters), Offset = offset, Limit = Paging.PageSize },
            cancellationToken);

    /// <summary>Lists images by ID, in the order of the IDs and in as many calls of DescribeImages as necessary. Unknown IDs are missing.</summary>
    public async IAsyncEnumerable<Image> ListImagesAsync(
        string region,
        IReadOnlyCollection<string> imageIds,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var batch in Paging.Batches(imageIds))
        {
            var found = new Dictionary<string, Image>(StringComparer.Ordinal);
            // The service refuses the whole list for one ID that it does not know or accept.
            await foreach (var page in RequestSplitter.ReadAsync(batch, DescribeAsync, IsAboutAnId, refuse: (_, _) => { }))
            {
                foreach (var image in page.ImageSet)
                    found[image.ImageId] = image;
            }

            foreach (var imageId in batch)
            {
                if (found.TryGetValue(imageId, out var image))
                    yield return image;
            }
        }

        Task<DescribeImagesResponse> DescribeAsync(IReadOnlyList<string> ids) =>
            DescribeImagesAsync(region, new DescribeImagesRequest { ImageIds = ids, Limit = Paging.PageSize }, cancellationToken);
    }

    /// <summary>Finds images by ID.</summary>
    /// <returns>The images that exist, by ID. Unknown IDs are missing.</returns>
    public async Task<IReadOnlyDictionary<string, Image>> FindImagesAsync(
        string region, IReadOnlyCollection<string> imageIds, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Image>(StringComparer.Ordinal);
        await foreach (var image in ListImagesAsync(region, imageIds, cancellationToken))
            found[image.ImageId] = image;
        return found;
    }

    /// <summary>
    /// SyncImages: starts copies of one image. Never retried once it may have acted; see
    /// <see cref="TencentCloudException.MayHaveActed"/>. With <c>DryRun</c>, returns if the copies can start.
    /// </summary>
    /// <param name="region">The region that the image is in.</param>
    /// <param name="request">The image and its destinations.</param>
    /// <param name="cancellationToken">Cancels the call; the service may still start the copies.</param>
    public Task<SyncImagesResponse> SyncImagesAsync(
        string region, SyncImagesRequest request, CancellationToken cancellationToken) =>
        PassDryRunAsync(
            request.DryRun,
            connection.SendAsync(CvmActions.SyncImages, request, region, cancellationToken),
            requestId => new SyncImagesResponse { RequestId = requestId });

    /// <summary>DescribeImageQuota: returns the maximum number of custom images in a region.</summary>
    public Task<DescribeImageQuotaResponse> DescribeImageQuotaAsync(string region, CancellationToken cancellationToken) =>
        connection.SendAsync(CvmActions.DescribeImageQuota, new DescribeImageQuotaRequest(), region, cancellationToken);

    /// <summary>
    /// ModifyImageAttribute: changes name, description, family and deprecation. Retried after a lost response, because setting
    /// the same values again changes nothing.
    /// </summary>
    public Task<ModifyImageAttributeResponse> ModifyImageAttributeAsync(
        string region, ModifyImageAttributeRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(CvmActions.ModifyImageAttribute, request, region, cancellationToken);

    /// <summary>
    /// CreateImage: creates an image from an instance or from snapshots. Never retried once it may have acted; see
    /// <see cref="TencentCloudException.MayHaveActed"/>.
    /// </summary>
    public Task<CreateImageResponse> CreateImageAsync(
        string region, CreateImageRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(CvmActions.CreateImage, request, region, cancellationToken);

    /// <summary>
    /// DeleteImages: deletes images. Never retried once it may have acted, because a deleted image cannot be deleted again; see
    /// <see cref="TencentCloudException.MayHaveActed"/>.
    /// </summary>
    public Task<DeleteImagesResponse> DeleteImagesAsync(
        string region, DeleteImagesRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(CvmActions.DeleteImages, request, region, cancellationToken);

    private static bool IsAboutAnId(TencentCloudException exception) =>
        exception.Code is "InvalidImageId.NotFound" or "InvalidImageId.Malformed";
}
