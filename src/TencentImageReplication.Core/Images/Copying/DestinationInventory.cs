using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>
/// The custom images in the destinations, by name: copies that a run can reuse, and images that existed before a request. It is
/// loaded with few requests: five names in one, or the whole list for many names.
/// </summary>
/// <param name="client">The service.</param>
/// <param name="progress">Notes when regions respond.</param>
/// <param name="clock">The clock.</param>
internal sealed class DestinationInventory(CvmClient client, RegionProgress progress, SteadyClock clock)
{
    private const int NamesPerFilter = 5;

    // Up to this number, filtering by name takes no more requests than listing a region with a few hundred images.
    private const int MaxNamesToFilter = 4 * NamesPerFilter;

    // A longer list is not read repeatedly.
    private const int MaxImagesToRelist = 2000;

    private readonly ConcurrentDictionary<string, bool> _sources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RegionInventory> _regions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Loads the images with these names in a region. A region is loaded once at a time, and its failure is that of all who wait.</summary>
    /// <exception cref="TencentCloudException">The region did not respond.</exception>
    public Task LoadAsync(string region, IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        Inventory(region).LoadAsync(names, cancellationToken);

    /// <summary>Finds the custom images with exactly this name that the region had when it was loaded.</summary>
    public IReadOnlyList<Image> Find(string region, string name) =>
        _regions.TryGetValue(region, out var inventory) ? inventory.Find(name) : [];

    /// <summary>Registers an image that the run copies.</summary>
    public void AddSource(string imageId) => _sources[imageId] = true;

    /// <summary>Checks that the run copies an image.</summary>
    public bool IsSource(string imageId) => _sources.ContainsKey(imageId);

    /// <summary>Checks that an image can be a new copy: it is no source of the run, and the region did not have it when it was loaded.</summary>
    public bool IsNew(string region, string name, string imageId) =>
        !IsSource(imageId) && !Find(region, name).Any(known => known.ImageId == imageId);

    /// <summary>Claims an image as a copy of this run, so that no other image of the run claims it too.</summary>
    /// <returns>True when it was not claimed before.</returns>
    public bool TryClaim(string region, string imageId) =>
        Inventory(region).TryClaim(imageId);

    /// <summary>Returns the time since which the images with a name in a region are known.</summary>
    public DateTimeOffset KnownSince(string region, string name) => Inventory(region).KnownSince(name);

    /// <summary>Checks whether an image is claimed as a copy of this run.</summary>
    public bool IsClaimed(string region, string imageId) => Inventory(region).IsClaimed(imageId);

    /// <summary>Reads the custom images with exactly this name from the service again.</summary>
    /// <param name="region">The region.</param>
    /// <param name="name">The name.</param>
    /// <param name="maxAge">
    /// The maximum age of the data; null for current data. With many names, all callers within that time share one list of the whole
    /// region.
    /// </param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<IReadOnlyList<Image>> ReadCurrentAsync(
        string region, string name, TimeSpan? maxAge, CancellationToken cancellationToken)
    {
        if (maxAge is { } age && Inventory(region).ReadAllAsync(age, cancellationToken) is { } shared)
            return [.. (await shared)[name]];

        var found = new List<Image>();
        await foreach (var image in ListAsync(region, [name], cancellationToken))
        {
            if (image.ImageName == name)
                found.Add(image);
        }

        return found;
    }

    private RegionInventory Inventory(string region) => _regions.GetOrAdd(region, id => new RegionInventory(this, id, clock));

    private async IAsyncEnumerable<Image> ListAsync(string region, string[] names, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filters = new List<Filter> { new() { Name = "image-type", Values = [ImageTypes.Private] } };
        if (names.Length > 0)
            filters.Add(new Filter { Name = "image-name", Values = names });
        progress.Note(region);
        await foreach (var image in client.ListImagesAsync(region, filters, cancellationToken))
        {
            progress.Note(region);
            yield return image;
        }
    }

    private sealed class RegionInventory(DestinationInventory owner, string region, SteadyClock clock)
    {
        private readonly ConcurrentDictionary<string, List<Image>> _byName = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, bool> _claimed = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, DateTimeOffset> _knownSince = new(StringComparer.Ordinal);
        private readonly object _gate = new();
        private DateTimeOffset? _completeSince;
        private Task? _load;
        private int _listed;
        private DateTimeOffset _readAt;
        private Task<ILookup<string, Image>>? _read;

        public async Task LoadAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
        {
            while (true)
            {
                Task load;
                lock (_gate)
                {
                    var missing = names.Where(name => !_byName.ContainsKey(name)).Distinct(StringComparer.Ordinal).ToArray();
                    if (_completeSince is not null || missing.Length == 0)
                        return;
                    load = _load is { IsCompleted: false } running ? running : _load = LoadMissingAsync(missing, cancellationToken);
                }

                await load;
            }
        }

        public List<Image> Find(string name) => _byName.TryGetValue(name, out var images) ? images : [];

        public DateTimeOffset KnownSince(string name) =>
            _knownSince.TryGetValue(name, out var since) ? since : _completeSince ?? DateTimeOffset.MinValue;

        public bool IsClaimed(string imageId) => _claimed.ContainsKey(imageId);

        public bool TryClaim(string imageId) => _claimed.TryAdd(imageId, true);

        /// <returns>Null when a filter by name is cheaper.</returns>
        public Task<ILookup<string, Image>>? ReadAllAsync(TimeSpan maxAge, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                if (_completeSince is null || _listed > MaxImagesToRelist)
                    return null;
                var now = clock.Now;
                if (_read is null || _read.IsFaulted || _read.IsCanceled || now - _readAt > maxAge)
                    (_readAt, _read) = (now, ListAllAsync(cancellationToken));
                return _read;
            }
        }

        private async Task LoadMissingAsync(string[] missing, CancellationToken cancellationToken)
        {
            if (missing.Length > MaxNamesToFilter)
            {
                var since = clock.Now;
                await AddAsync([], missing, cancellationToken);
                _completeSince = since;
                return;
            }

            for (var start = 0; start < missing.Length; start += NamesPerFilter)
            {
                var part = missing.Skip(start).Take(NamesPerFilter).ToArray();
                await AddAsync(part, part, cancellationToken);
            }
        }

        private async Task<ILookup<string, Image>> ListAllAsync(CancellationToken cancellationToken)
        {
            var images = new List<Image>();
            await foreach (var image in owner.ListAsync(region, [], cancellationToken))
                images.Add(image);
            _listed = images.Count;
            return images.ToLookup(image => image.ImageName, StringComparer.Ordinal);
        }

        private async Task AddAsync(string[] filter, string[] wanted, CancellationToken cancellationToken)
        {
            var since = clock.Now;
            // Nothing counts as known before the whole list has arrived.
            var arrived = wanted.ToDictionary(name => name, _ => new List<Image>(), StringComparer.Ordinal);
            await foreach (var image in owner.ListAsync(region, filter, cancellationToken))
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
