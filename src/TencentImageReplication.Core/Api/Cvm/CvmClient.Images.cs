using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Api.Cvm;

public sealed partial class CvmClient
{
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
}
