namespace TencentImageReplication.Simulator.State;

/// <summary>All images, public ones among them.</summary>
internal sealed class ImageStore
{
    private readonly Dictionary<string, SimulatedImage> _images = new(StringComparer.Ordinal);

    public IEnumerable<SimulatedImage> All => _images.Values;

    public SimulatedImage? Find(string imageId) => _images.TryGetValue(imageId, out var image) ? image : null;

    /// <summary>The image, as far as an account in a region may see it.</summary>
    public SimulatedImage? Find(string imageId, string region, string accountId) =>
        Find(imageId) is { } image && IsVisible(image, region, accountId) ? image : null;

    public IEnumerable<SimulatedImage> Visible(string region, string accountId) =>
        _images.Values.Where(image => IsVisible(image, region, accountId));

    public IEnumerable<SimulatedImage> Owned(string region, string accountId) =>
        _images.Values.Where(image => image.AccountId == accountId && image.Region == region);

    public void Put(SimulatedImage image) => _images[image.ImageId] = image;

    public bool Remove(string imageId) => _images.Remove(imageId);

    /// <summary>The type of an image in the eyes of an account.</summary>
    public static string TypeFor(SimulatedImage image, string accountId) =>
        image.AccountId.Length == 0 ? ImageTypes.Public
        : image.AccountId == accountId ? ImageTypes.Private
        : ImageTypes.Shared;

    private static bool IsVisible(SimulatedImage image, string region, string accountId) =>
        image.AccountId.Length == 0
        || (image.Region == region && (image.AccountId == accountId || image.SharedWith.Contains(accountId)));
}
