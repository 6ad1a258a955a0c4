using System.Collections.Concurrent;
using System.Threading.Channels;
using TencentImageReplication.Core.Images.Copying;

namespace TencentImageReplication.Core.Plans.Syncing;

/// <summary>Lets many versions share one <see cref="ImageCopier"/>, so that what they request together shares requests to the service.</summary>
internal sealed class CopyRun
{
    private readonly Channel<ImageCopyRequest> _requests = Channel.CreateUnbounded<ImageCopyRequest>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<(string ImageId, string Region), TaskCompletionSource<ImageCopy>> _copies = new();
    private readonly Task _run;

    /// <param name="copier">Copies the images.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public CopyRun(ImageCopier copier, CancellationToken cancellationToken) => _run = RunAsync(copier, cancellationToken);

    /// <summary>Copies an image, and returns the result for each destination.</summary>
    public IReadOnlyDictionary<string, Task<ImageCopy>> Copy(ImageCopyRequest request)
    {
        var copies = request.DestinationRegions.ToDictionary(
            region => region,
            region => _copies.GetOrAdd(KeyOf(request.ImageId, region), _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task,
            StringComparer.OrdinalIgnoreCase);
        _requests.Writer.TryWrite(request);
        return copies;
    }

    /// <summary>Ends the run once everything that was requested has its result.</summary>
    public Task CompleteAsync()
    {
        _requests.Writer.Complete();
        return _run;
    }

    private async Task RunAsync(ImageCopier copier, CancellationToken cancellationToken)
    {
        try
        {
            await copier.RunAsync(_requests.Reader, Emit, cancellationToken);
        }
        catch (Exception exception)
        {
            foreach (var copy in _copies.Values)
                copy.TrySetException(exception);
            throw;
        }
    }

    private void Emit(ImageCopy copy)
    {
        if (_copies.TryGetValue(KeyOf(copy.SourceImageId, copy.Region), out var waiting))
            waiting.TrySetResult(copy);
    }

    private static (string ImageId, string Region) KeyOf(string imageId, string region) => (imageId, region.ToLowerInvariant());
}
