using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>The images, including public ones.</summary>
public sealed class ImageStore
{
    private readonly Dictionary<string, SimulatedImage> _images = new(StringComparer.Ordinal);

    /// <summary>All images of all accounts.</summary>
    public IEnumerable<SimulatedImage> All => _images.Values;

    /// <summary>Finds an image of any account.</summary>
    public SimulatedImage? Find(string imageId) => _images.TryGetValue(imageId, out var image) ? image : null;

    /// <summary>Finds an image that an account can see in a region: its own, a shared or a public one.</summary>
    public SimulatedImage? Find(string imageId, string region, string accountId) =>
        Find(imageId) is { } image && IsVisible(image, region, accountId) ? image : null;

    /// <summary>Returns the images that an account can see in a region.</summary>
    public IEnumerable<SimulatedImage> Visible(string region, string accountId) =>
        _images.Values.Where(image => IsVisible(image, region, accountId));

    /// <summary>Returns the custom images of an account in a region.</summary>
    public IEnumerable<SimulatedImage> Owned(string region, string accountId) =>
        _images.Values.Where(image => image.AccountId == accountId && image.Region == region);

    /// <summary>Adds an image, or replaces the one with the same ID.</summary>
    public void Put(SimulatedImage image) => _images[image.ImageId] = image;

    /// <summary>Removes an image.</summary>
    /// <returns>True when there was one.</returns>
    public bool Remove(string imageId) => _images.Remove(imageId);

    /// <summary>Returns the type of an image as an account sees it.</summary>
    public static string TypeFor(SimulatedImage image, string accountId) =>
        image.AccountId.Length == 0 ? ImageTypes.Public
        : image.AccountId == accountId ? ImageTypes.Private
        : ImageTypes.Shared;

    private static bool IsVisible(SimulatedImage image, string region, string accountId) =>
        image.AccountId.Length == 0
        || (image.Region == region && (image.AccountId == accountId || image.SharedWith.Contains(accountId)));
}
