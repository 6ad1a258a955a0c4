using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Api.Lists;
using TencentImageReplication.Core.Api.Tagging;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Marking;

/// <summary>
/// Marks copies with their source, beside other work. The copies of one source get the same tag, so they share requests. A copy
/// that cannot be marked is a warning.
/// </summary>
public sealed class CopyMarker
{
    // Long enough for the copies of one source that become available together in several regions.
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(1);

    private readonly CvmClient _client;
    private readonly ILogger _logger;
    private readonly MarkWriter _writer;
    private readonly BatchCollector<string, PendingMark> _marks;
    private readonly BatchCollector<string, UnknownMark> _lookups;

    /// <summary>Creates a marker for one run.</summary>
    public CopyMarker(CvmClient client, ImageTagger tagger, TimeProvider timeProvider, ILogger logger)
    {
        _client = client;
        _logger = logger;
        _writer = new MarkWriter(tagger, timeProvider, logger);
        _marks = new(TagResources.MaxPerCall, MaxWait, _writer.WriteAsync, timeProvider);
        _lookups = new(Paging.PageSize, MaxWait, LookUpAsync, timeProvider);
    }

    /// <summary>Marks a copy that this run has requested or recognized.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="mark">The mark.</param>
    /// <param name="isAvailable">False for a copy in progress: the service may not take its mark yet.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public void Add(ImageRef copy, SourceMark mark, bool isAvailable, CancellationToken cancellationToken) =>
        _marks.Add(mark.ToValue(), new PendingMark(copy, isAvailable), cancellationToken);

    /// <summary>Marks a copy that is available, unless it has a mark.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="region">The region of the copy.</param>
    /// <param name="request">The mark, or its source.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public void Add(Image copy, string region, MarkRequest request, CancellationToken cancellationToken)
    {
        if (SourceMark.Of(copy).Count > 0)
            return;
        if (request.Mark is { } mark)
            Add(new ImageRef(copy.ImageId, region), mark, isAvailable: true, cancellationToken);
        else
            _lookups.Add(request.SourceRegion.ToLowerInvariant(), new UnknownMark(copy, region, request), cancellationToken);
    }

    /// <summary>Sends what is left, and warns about copies without a mark.</summary>
    public async Task CompleteAsync()
    {
        // In this order: a source that was looked up gives a mark to set.
        await _lookups.CompleteAsync();
        await _marks.CompleteAsync();
        _writer.ReportFailures();
    }

    private async Task LookUpAsync(string sourceRegion, IReadOnlyList<UnknownMark> copies, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, Image> sources;
        try
        {
            var ids = copies.Select(copy => copy.Request.SourceImageId).Distinct(StringComparer.Ordinal).ToArray();
            sources = await _client.FindImagesAsync(sourceRegion, ids, cancellationToken);
        }
        catch (TencentCloudException exception)
        {
            _writer.Fail(copies.Select(copy => copy.Image), exception);
            return;
        }

        foreach (var (copy, region, request) in copies)
        {
            if (!sources.TryGetValue(request.SourceImageId, out var source))
                MarkLog.SourceGone(_logger, copy.ImageId, region, request.SourceImageId);
            else if (MissingMark.Of(copy, region, source, sourceRegion) is { } mark)
                Add(new ImageRef(copy.ImageId, region), mark, isAvailable: true, cancellationToken);
            else
                MarkLog.NotACopy(_logger, copy.ImageId, region, source.ImageId);
        }
    }

    /// <summary>A copy whose source is not known well enough for its mark.</summary>
    private sealed record UnknownMark(Image Copy, string Region, MarkRequest Request)
    {
        public ImageRef Image => new(Copy.ImageId, Region);
    }
}
