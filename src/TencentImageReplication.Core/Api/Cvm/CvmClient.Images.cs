using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Api.Cvm;

public sealed partial class CvmClient
{
    /// <summary>
    /// ModifyImageAttribute: changes name, description, family and the mark of being out of date. Repeated after a lost answer:
    /// setting the same again changes nothing.
    /// </summary>
    public Task<ModifyImageAttributeResponse> ModifyImageAttributeAsync(
        string region, ModifyImageAttributeRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(CvmActions.ModifyImageAttribute, request, region, cancellationToken);

    /// <summary>
    /// CreateImage: makes an image of an instance or of snapshots. Never repeated once it may have acted: look at
    /// <see cref="TencentCloudException.MayHaveActed"/>.
    /// </summary>
    public Task<CreateImageResponse> CreateImageAsync(
        string region, CreateImageRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(CvmActions.CreateImage, request, region, cancellationToken);

    /// <summary>
    /// DeleteImages: deletes images. Never repeated once it may have acted, since what is gone cannot be deleted: look at
    /// <see cref="TencentCloudException.MayHaveActed"/>.
    /// </summary>
    public Task<DeleteImagesResponse> DeleteImagesAsync(
        string region, DeleteImagesRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(CvmActions.DeleteImages, request, region, cancellationToken);
}
