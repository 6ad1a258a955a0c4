using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Marking;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>
/// Copies images as they arrive: describes many in one request, requests copies in parallel, and emits one row for each image and
/// destination as soon as its result is known.
/// </summary>
public sealed class ImageCopier
{
    /// <summary>The number of images that one DescribeImages request may name.</summary>
    private const int BatchSize = 100;

    private readonly CvmClient _client;
    private readonly ImageCopyOptions _options;
    private readonly ILogger _logger;
    private readonly DestinationInventory _inventory;
    private readonly ReusableCopies _reusable;
    private readonly TimeProvider _timeProvider;
    private readonly ImageCopyJob _job;
    private readonly CopyMarker? _marker;

    /// <summary>Creates a copier for one run. It remembers the contents of the destinations for the run.</summary>
    /// <param name="client">The service.</param>
    /// <param name="options">The options of the run.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="logger">The log.</param>
    /// <param name="marker">Marks the copies with their source; null to leave that to later.</param>
    public ImageCopier(
        CvmClient client, ImageCopyOptions options, TimeProvider timeProvider, ILogger logger, CopyMarker? marker = null)
    {
        _marker = marker;
        _client = client;
        _options = options;
        _logger = logger;
        _timeProvider = timeProvider;
        _inventory = new DestinationInventory(client, timeProvider);
        _reusable = new ReusableCopies(_inventory);
        _job = new ImageCopyJob(client, options, _inventory, _reusable, timeProvider, logger);
    }

    /// <summary>Processes requests until there are no more.</summary>
    /// <param name="requests">The images to copy. Requests that arrive together share requests to the service.</param>
    /// <param name="emit">Receives each row; called from any thread, one row at a time for each image.</param>
    /// <param name="cancellationToken">Cancels the run. Emitted rows stay valid; requests in progress are abandoned.</param>
    public async Task RunAsync(ChannelReader<ImageCopyRequest> requests, Action<ImageCopy> emit, CancellationToken cancellationToken)
    {
        var limit = new ConcurrencyLimit(_options.ThrottleLimit);
        var running = new RunningTasks();
        while (await requests.WaitToReadAsync(cancellationToken))
        {
            var batch = new List<ImageCopyRequest>();
            while (batch.Count < BatchSize && requests.TryRead(out var request))
                batch.Add(request);

            // All images of a batch are registered before the first one takes a copy that might belong to another one.
            var groups = await Task.WhenAll(batch
                .GroupBy(request => request.SourceRegion, StringComparer.OrdinalIgnoreCase)
                .Select(group => PrepareAsync(group.Key, [.. group], EmitAndMark, cancellationToken)));
            foreach (var (request, image) in groups.SelectMany(group => group))
            {
                var place = await limit.EnterAsync(cancellationToken);
                running.Add(RunOneAsync(request, image, place));
            }
        }

        await running.WhenAllAsync();
        if (_marker is not null)
            await _marker.CompleteAsync();

        void EmitAndMark(ImageCopy copy)
        {
            emit(copy);
            if (copy is { ImageId.Length: > 0, Mark: { } mark })
                _marker?.Add(new ImageRef(copy.ImageId, copy.Region), mark, copy.Status == ImageCopyStatus.Completed, cancellationToken);
        }

        async Task RunOneAsync(ImageCopyRequest request, Image? image, IDisposable place)
        {
            using (place)
                await _job.RunAsync(request, image, EmitAndMark, cancellationToken);
        }
    }

    /// <summary>Describes the images of a region and loads the contents of the destinations.</summary>
    /// <returns>The requests with their images, null for an image that does not exist; empty when the region did not respond.</returns>
    private async Task<IReadOnlyList<(ImageCopyRequest Request, Image? Image)>> PrepareAsync(
        string sourceRegion, List<ImageCopyRequest> requests, Action<ImageCopy> emit, CancellationToken cancellationToken)
    {
        try
        {
            var images = await _client.FindImagesAsync(sourceRegion, [.. requests.Select(r => r.ImageId).Distinct()], cancellationToken);
            await LoadInventoryAsync(sourceRegion, requests, images, cancellationToken);
            return [.. requests.Select(request => (request, images.TryGetValue(request.ImageId, out var image) ? image : null))];
        }
        catch (TencentCloudException exception)
        {
            foreach (var request in requests)
                new CopyRows(request, null, emit, _timeProvider).Failed(request.DestinationRegions, exception);
            return [];
        }
    }

    /// <summary>
    /// Loads the names of the whole batch from each destination once, in parallel, and then from the source region the images whose
    /// copies may be among them. If a region fails here, each image retries it and reports the failure in its row.
    /// </summary>
    private async Task LoadInventoryAsync(
        string sourceRegion,
        List<ImageCopyRequest> requests,
        IReadOnlyDictionary<string, Image> images,
        CancellationToken cancellationToken)
    {
        var copies = requests
            .Where(request => images.TryGetValue(request.ImageId, out var image)
                && ImageRules.CheckType(image, request.SourceRegion, _options.Kind) is null)
            .SelectMany(request => request.DestinationRegions.Select(region => (Request: request, Image: images[request.ImageId], Region: region)))
            .ToList();
        await Task.WhenAll(copies
            .GroupBy(copy => copy.Region, copy => copy.Request.NameOfCopy(copy.Image), StringComparer.OrdinalIgnoreCase)
            .Select(region => LoadAsync(region.Key, region, cancellationToken)));

        foreach (var copy in copies)
            _reusable.Register(copy.Request, copy.Image);
        var found = copies.Where(copy => !_options.Force && _reusable.Candidates(copy.Request, copy.Image, copy.Region).Count > 0);
        await LoadAsync(sourceRegion, found.Select(copy => copy.Image.ImageName), cancellationToken);
    }

    private async Task LoadAsync(string region, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        try
        {
            await _inventory.LoadAsync(region, [.. names.Distinct(StringComparer.Ordinal)], cancellationToken);
        }
        catch (TencentCloudException exception)
        {
            RequestLog.NoResponse(_logger, region, exception.Code);
        }
    }
}
