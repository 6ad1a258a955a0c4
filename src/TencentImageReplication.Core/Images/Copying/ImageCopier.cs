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

    // Bounds the memory. Images that wait for a region or a busy source count too.
    private const int MaxImagesInProgress = 1000;

    private readonly CvmClient _client;
    private readonly ImageCopyOptions _options;
    private readonly ILogger _logger;
    private readonly DestinationInventory _inventory;
    private readonly ReusableCopies _reusable;
    private readonly RequestedPairs _pairs = new();
    private readonly RegionProgress _progress;
    private readonly TimeProvider _timeProvider;
    private readonly ImageCopyJob _job;
    private readonly CopyMarker? _marker;

    /// <summary>Creates a copier for one run. It remembers the contents of the destinations for the run.</summary>
    /// <param name="client">The service.</param>
    /// <param name="options">The options of the run.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="logger">The log.</param>
    /// <param name="marker">Marks the copies with their source; null to leave that to later.</param>
    /// <param name="underWay">The copies that other runs request at the same time; null when there are none.</param>
    public ImageCopier(
        CvmClient client,
        ImageCopyOptions options,
        TimeProvider timeProvider,
        ILogger logger,
        CopyMarker? marker = null,
        CopiesUnderWay? underWay = null)
    {
        _marker = marker;
        _client = client;
        _options = options;
        _logger = logger;
        _timeProvider = timeProvider;
        _progress = new RegionProgress(timeProvider);
        var clock = new SteadyClock(timeProvider);
        _inventory = new DestinationInventory(client, _progress, clock);
        _reusable = new ReusableCopies(_inventory);
        _job = new ImageCopyJob(client, options, _inventory, _reusable, underWay ?? new CopiesUnderWay(), _progress, clock, timeProvider, logger);
    }

    /// <summary>Processes requests until there are no more.</summary>
    /// <param name="requests">The images to copy. Requests that arrive together share requests to the service.</param>
    /// <param name="emit">Receives each row; called from any thread.</param>
    /// <param name="cancellationToken">Cancels the run. Emitted rows stay valid; requests in progress are abandoned.</param>
    public async Task RunAsync(ChannelReader<ImageCopyRequest> requests, Action<ImageCopy> emit, CancellationToken cancellationToken)
    {
        var limit = new ConcurrencyLimit(MaxImagesInProgress);
        var running = new RunningTasks();
        while (await requests.WaitToReadAsync(cancellationToken))
        {
            var batch = new List<ImageCopyRequest>();
            while (batch.Count < BatchSize && requests.TryRead(out var request))
                batch.Add(request);

            // All images of a batch are registered before the first one takes a copy that might belong to another one. Only a region
            // that does not respond is not waited for.
            var regions = batch
                .GroupBy(request => request.SourceRegion, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(group => group.Key, group => PrepareAsync(group.Key, [.. group], EmitAndMark, cancellationToken), StringComparer.OrdinalIgnoreCase);
            await _progress.WhenSettledAsync([.. regions.Select(region => new KeyValuePair<string, Task>(region.Key, region.Value))], cancellationToken);
            foreach (var prepared in regions.Values)
            {
                if (prepared.IsCompleted)
                    await StartAsync(prepared);
                else
                    running.Add(StartAsync(prepared));
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

        async Task StartAsync(Task<PreparedImages?> preparing)
        {
            if (await preparing is not { } prepared)
                return;
            foreach (var request in prepared.Requests)
            {
                var place = await limit.EnterAsync(cancellationToken);
                running.Add(RunOneAsync(request, prepared, place));
            }
        }

        async Task RunOneAsync(ImageCopyRequest request, PreparedImages prepared, IDisposable place)
        {
            using (place)
                await _job.RunAsync(request, prepared.Find(request), prepared.Loads, EmitAndMark, cancellationToken);
        }
    }

    /// <summary>Describes the images of a region, registers them, and starts to load the contents of their destinations.</summary>
    /// <returns>The images; null when the region did not respond.</returns>
    private async Task<PreparedImages?> PrepareAsync(
        string sourceRegion, List<ImageCopyRequest> requests, Action<ImageCopy> emit, CancellationToken cancellationToken)
    {
        try
        {
            var images = await _client.FindImagesAsync(sourceRegion, [.. requests.Select(r => r.ImageId).Distinct()], cancellationToken);
            foreach (var imageId in images.Keys)
                _inventory.AddSource(imageId);
            var account = await _client.GetAccountAsync(cancellationToken);
            var pairs = _pairs.TakeNew(requests, request => images.TryGetValue(request.ImageId, out var image) ? image : null);
            return new PreparedImages(pairs, images, StartLoading(sourceRegion, account, pairs, images, cancellationToken));
        }
        catch (TencentCloudException exception)
        {
            foreach (var request in _pairs.TakeNew(requests, _ => null))
                new CopyRows(request, null, emit, _timeProvider).Failed(request.DestinationRegions, exception);
            return null;
        }
    }

    /// <summary>
    /// Loads the names of the whole batch from each destination once, side by side. The failure of a destination is that of all images.
    /// </summary>
    private InventoryLoads StartLoading(
        string sourceRegion,
        string account,
        List<ImageCopyRequest> requests,
        IReadOnlyDictionary<string, Image> images,
        CancellationToken cancellationToken)
    {
        var copies = requests
            .Where(request => images.TryGetValue(request.ImageId, out var image)
                && ImageRules.CheckType(image, request.SourceRegion, _options.Kind) is null)
            .SelectMany(request => request.DestinationRegions
                .Where(region => _options.Kind != CopyKind.Custom || !RegionRules.IsSame(region, request.SourceRegion))
                .Select(region => (Request: request, Image: images[request.ImageId], Region: region)))
            .ToList();
        foreach (var copy in copies)
            _reusable.Register(copy.Request, copy.Image);
        var destinations = copies
            .GroupBy(copy => copy.Region, copy => copy.Request.NameOfCopy(copy.Image), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(region => region.Key, region => LoadAsync(region.Key, region, cancellationToken), StringComparer.OrdinalIgnoreCase);
        return new InventoryLoads(account, destinations, LoadSourcesAsync());

        // The images of the source region whose copies may be among those in the destinations.
        async Task LoadSourcesAsync()
        {
            await _progress.WhenSettledAsync([.. destinations.Select(load => new KeyValuePair<string, Task>(load.Key, load.Value))], cancellationToken);
            var found = copies.Where(copy => _reusable.HasName(copy.Request, copy.Image, copy.Region));
            await LoadAsync(sourceRegion, found.Select(copy => copy.Image.ImageName), cancellationToken);
        }
    }

    private async Task<TencentCloudException?> LoadAsync(string region, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        try
        {
            await _inventory.LoadAsync(region, [.. names.Distinct(StringComparer.Ordinal)], cancellationToken);
            return null;
        }
        catch (TencentCloudException exception)
        {
            RequestLog.NoResponse(_logger, region, exception.Code);
            return exception;
        }
    }

    /// <summary>The images of a region and the loads of their destinations.</summary>
    private sealed record PreparedImages(
        IReadOnlyList<ImageCopyRequest> Requests, IReadOnlyDictionary<string, Image> Images, InventoryLoads Loads)
    {
        /// <summary>Returns the image of a request; null when it does not exist.</summary>
        public Image? Find(ImageCopyRequest request) => Images.TryGetValue(request.ImageId, out var image) ? image : null;
    }
}
