using System.Collections.Concurrent;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>
/// Which custom images the destinations hold, by name: what a run need not copy again, and what was there before a call.
/// Asked for by few calls: five names in one, or the whole list where many names are sought.
/// </summary>
internal sealed class DestinationInventory(CvmClient client, TimeProvider timeProvider)
{
    private const int NamesPerFilter = 5;

    // Up to here, asking by name takes no more calls than listing a region that holds a few hundred images.
    private const int MostNamesToAskFor = 4 * NamesPerFilter;

    // A list of more pages than this is not read again and again.
    private const int MostImagesToListAgain = 2000;

    private readonly KeyedLock _loading = new();
    private readonly ConcurrentDictionary<string, RegionInventory> _regions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes sure that the images of these names in this region are known.</summary>
    /// <exception cref="TencentCloudException">The region could not be asked.</exception>
    public async Task LoadAsync(string region, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        using (await _loading.EnterAsync(region, cancellationToken).ConfigureAwait(false))
            await Inventory(region).LoadAsync(names, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The custom images of that very name that were in the region when it was loaded.</summary>
    public IReadOnlyList<Image> Find(string region, string name) =>
        _regions.TryGetValue(region, out var inventory) ? inventory.Find(name) : [];

    /// <summary>Takes an image for a copy of this run, so that no other image of the run takes it too.</summary>
    /// <returns>Whether it was still free.</returns>
    public bool TryClaim(string region, string imageId) =>
        Inventory(region).TryClaim(imageId);

    /// <summary>When what is known of a name in a region was asked for.</summary>
    public DateTimeOffset KnownSince(string region, string name) => Inventory(region).KnownSince(name);

    /// <summary>Whether an image has been taken for a copy of this run.</summary>
    public bool IsClaimed(string region, string imageId) => Inventory(region).IsClaimed(imageId);

    /// <summary>Asks the service anew which custom images of that very name are in the region.</summary>
    /// <param name="region">The region.</param>
    /// <param name="name">The name.</param>
    /// <param name="mayBeOld">
    /// How old the answer may be; null when it must be new. Where many names are sought, all who ask within that time share one
    /// look at the whole list.
    /// </param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public async Task<IReadOnlyList<Image>> LookAsync(
        string region, string name, TimeSpan? mayBeOld, CancellationToken cancellationToken)
    {
        if (mayBeOld is { } age && Inventory(region).LookAtAllAsync(age, cancellationToken) is { } shared)
            return [.. (await shared.ConfigureAwait(false))[name]];

        var found = new List<Image>();
        await foreach (var image in ListAsync(client, region, [name], cancellationToken).ConfigureAwait(false))
        {
            if (image.ImageName == name)
                found.Add(image);
        }

        return found;
    }

    private RegionInventory Inventory(string region) => _regions.GetOrAdd(region, id => new RegionInventory(client, id, timeProvider));

    private static IAsyncEnumerable<Image> ListAsync(CvmClient client, string region, string[] names, CancellationToken cancellationToken)
    {
        var filters = new List<Filter> { new() { Name = "image-type", Values = [ImageTypes.Private] } };
        if (names.Length > 0)
            filters.Add(new Filter { Name = "image-name", Values = names });
        return client.ListImagesAsync(region, filters, cancellationToken);
    }

    private sealed class RegionInventory(CvmClient client, string region, TimeProvider timeProvider)
    {
        private readonly ConcurrentDictionary<string, List<Image>> _byName = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, bool> _claimed = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, DateTimeOffset> _knownSince = new(StringComparer.Ordinal);
        private readonly object _gate = new();
        private DateTimeOffset? _completeSince;
        private int _listed;
        private DateTimeOffset _lookedAt;
        private Task<ILookup<string, Image>>? _look;

        public async Task LoadAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
        {
            if (_completeSince is not null)
                return;

            var missing = names.Where(name => !_byName.ContainsKey(name)).Distinct(StringComparer.Ordinal).ToArray();
            if (missing.Length > MostNamesToAskFor)
            {
                var since = timeProvider.GetUtcNow();
                await AddAsync([], missing, cancellationToken).ConfigureAwait(false);
                _completeSince = since;
                return;
            }

            for (var start = 0; start < missing.Length; start += NamesPerFilter)
            {
                var part = missing.Skip(start).Take(NamesPerFilter).ToArray();
                await AddAsync(part, part, cancellationToken).ConfigureAwait(false);
            }
        }

        public List<Image> Find(string name) => _byName.TryGetValue(name, out var images) ? images : [];

        public DateTimeOffset KnownSince(string name) =>
            _knownSince.TryGetValue(name, out var since) ? since : _completeSince ?? DateTimeOffset.MinValue;

        public bool IsClaimed(string imageId) => _claimed.ContainsKey(imageId);

        public bool TryClaim(string imageId) => _claimed.TryAdd(imageId, true);

        /// <returns>Null where names are better asked for one by one.</returns>
        public Task<ILookup<string, Image>>? LookAtAllAsync(TimeSpan mayBeOld, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                if (_completeSince is null || _listed > MostImagesToListAgain)
                    return null;
                var now = timeProvider.GetUtcNow();
                if (_look is null || _look.IsFaulted || _look.IsCanceled || now - _lookedAt > mayBeOld)
                    (_lookedAt, _look) = (now, ListAllAsync(cancellationToken));
                return _look;
            }
        }

        private async Task<ILookup<string, Image>> ListAllAsync(CancellationToken cancellationToken)
        {
            var images = new List<Image>();
            await foreach (var image in ListAsync(client, region, [], cancellationToken).ConfigureAwait(false))
                images.Add(image);
            _listed = images.Count;
            return images.ToLookup(image => image.ImageName, StringComparer.Ordinal);
        }

        private async Task AddAsync(string[] filter, string[] sought, CancellationToken cancellationToken)
        {
            var since = timeProvider.GetUtcNow();
            // Only once the whole list has arrived does anything count as known.
            var arrived = sought.ToDictionary(name => name, _ => new List<Image>(), StringComparer.Ordinal);
            await foreach (var image in ListAsync(client, region, filter, cancellationToken).ConfigureAwait(false))
            {
                if (arrived.TryGetValue(image.ImageName, out var images))
                    images.Add(image);
                else if (filter.Length == 0)
                    arrived.Add(image.ImageName, [image]);
            }

            if (filter.Length == 0)
                _listed = arrived.Values.Sum(images => images.Count);

            foreach (var pair in arrived)
            {
                if (_byName.TryAdd(pair.Key, pair.Value))
                    _knownSince.TryAdd(pair.Key, since);
            }
        }
    }
}
