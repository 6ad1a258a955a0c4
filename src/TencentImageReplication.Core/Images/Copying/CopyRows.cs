using System.Collections.Concurrent;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>Emits the rows of one image: one for each destination, as soon as its result is known.</summary>
internal sealed class CopyRows(ImageCopyRequest request, Image? image, Action<ImageCopy> emit, TimeProvider timeProvider)
{
    private readonly ConcurrentDictionary<string, string> _stale = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Emits a row for a requested copy.</summary>
    public void Requested(string destination, string imageId, DateTimeOffset? requestedAt, string? requestId) =>
        emit(Row(destination) with
        {
            ImageId = imageId,
            Status = ImageCopyStatus.Requested,
            RequestedAt = requestedAt,
            RequestId = requestId,
            Mark = image is null || !IsMarked ? null : request.MarkOf(image),
        });

    /// <summary>Emits a row for a copy that already exists or is in progress.</summary>
    public void Reused(string destination, Image copy) =>
        emit(Row(destination) with
        {
            ImageId = copy.ImageId,
            Status = copy.ImageState == ImageStates.Normal ? ImageCopyStatus.Completed : ImageCopyStatus.Copying,
            Reused = true,
            Mark = image is null || !IsMarked || MissingMark.Of(copy, destination, image, request.SourceRegion) is null ? null : request.MarkOf(image),
        });

    /// <summary>Emits a row for the region of the source.</summary>
    public void Source(string destination, Image source) =>
        emit(Row(destination) with { ImageId = source.ImageId, Status = ImageCopyStatus.Source });

    /// <summary>Emits a row for a dry run that the service accepted.</summary>
    public void DryRunPassed(string destination, string requestId) =>
        emit(Row(destination) with { Status = ImageCopyStatus.DryRunPassed, RequestId = requestId });

    /// <summary>Emits a row for each destination of a plan that was only shown.</summary>
    public void WouldCopy(IEnumerable<string> destinations)
    {
        foreach (var destination in destinations)
            emit(Row(destination) with { Status = ImageCopyStatus.WouldCopy });
    }

    /// <summary>Emits a row for a copy that failed or whose outcome is unknown.</summary>
    public void Failed(string destination, Exception error) =>
        emit(Row(destination) with
        {
            Status = ImageCopyStatus.Failed,
            CompletedAt = timeProvider.GetUtcNow(),
            RequestId = (error as TencentCloudException)?.RequestId,
            Error = error,
        });

    /// <summary>Emits a failed row for each destination.</summary>
    public void Failed(IEnumerable<string> destinations, Exception error)
    {
        foreach (var destination in destinations)
            Failed(destination, error);
    }

    /// <summary>Adds an image that has the name of the copy, but is not one, to all rows of a destination.</summary>
    public void AddStale(string destination, Image stale) => _stale[destination] = stale.ImageId;

    private bool IsMarked => !request.CarryOver.HasFlag(CarriedAttributes.NoSourceTag);

    private ImageCopy Row(string destination) => new()
    {
        ImageName = request.ImageName ?? image?.ImageName,
        SourceImageId = request.ImageId,
        SourceRegion = request.SourceRegion,
        Region = destination,
        SizeGB = image is null ? null : ImageStorage.BilledSizeGB(image),
        CarryOver = request.CarryOver,
        StaleImageId = _stale.TryGetValue(destination, out var stale) ? stale : null,
    };
}
