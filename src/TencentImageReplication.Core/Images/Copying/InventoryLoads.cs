using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>The loads of the inventory for a batch of images: one for each destination, and one for the region of the images.</summary>
/// <param name="account">The account and its endpoint.</param>
/// <param name="destinations">The loads of the destinations. Each returns its error, or null.</param>
/// <param name="sources">The load of the images whose copies may be in the destinations.</param>
internal sealed class InventoryLoads(string account, IReadOnlyDictionary<string, Task<TencentCloudException?>> destinations, Task sources)
{
    /// <summary>The account and its endpoint.</summary>
    public string Account { get; } = account;

    /// <summary>The load of the images whose copies may be in the destinations. It never fails: each image that needs it loads it again.</summary>
    public Task Sources { get; } = sources;

    /// <summary>Returns the load of a destination.</summary>
    public Task<TencentCloudException?> Of(string region) => destinations[region];
}
