using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>Tells the rows of one image: one for each destination, as soon as it is known.</summary>
internal sealed class CopyRows(ImageCopyRequest request, Image? image, Action<ImageCopy> emit, TimeProvider timeProvider)
{
    /// <summary>The service makes the copy.</summary>
    public void Requested(string destination, string imageId, DateTimeOffset? requestedAt, string? requestId) =>
        emit(Row(destination) with
        {
            ImageId = imageId,
            Status = ImageCopyStatus.Requested,
            RequestedAt = requestedAt,
            RequestId = requestId,
        });

    /// <summary>The copy is there, or on its way, without having been requested.</summary>
    public void Reused(string destination, Image copy) =>
        emit(Row(destination) with
        {
            ImageId = copy.ImageId,
            Status = copy.ImageState == ImageStates.Normal ? ImageCopyStatus.Completed : ImageCopyStatus.Copying,
            Reused = true,
        });

    /// <summary>The service would make the copy.</summary>
    public void DryRunPassed(string destination, string requestId) =>
        emit(Row(destination) with { Status = ImageCopyStatus.DryRunPassed, RequestId = requestId });

    /// <summary>There will be no copy, or nobody knows of one.</summary>
    public void Failed(string destination, Exception error) =>
        emit(Row(destination) with
        {
            Status = ImageCopyStatus.Failed,
            CompletedAt = timeProvider.GetUtcNow(),
            RequestId = (error as TencentCloudException)?.RequestId,
            Error = error,
        });

    /// <summary>The same for several destinations.</summary>
    public void Failed(IEnumerable<string> destinations, Exception error)
    {
        foreach (var destination in destinations)
            Failed(destination, error);
    }

    private ImageCopy Row(string destination) => new()
    {
        ImageName = request.ImageName ?? image?.ImageName,
        SourceImageId = request.ImageId,
        SourceRegion = request.SourceRegion,
        Region = destination,
        SizeGB = image?.ImageSize,
        CarryOver = request.CarryOver,
    };
}
