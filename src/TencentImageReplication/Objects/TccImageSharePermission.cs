using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images;

namespace TencentImageReplication;

/// <summary>An account that an image is shared with.</summary>
#pragma warning disable CA1711 // The name that the service uses, and the noun of the commands.
public sealed record TccImageSharePermission
#pragma warning restore CA1711
{
    /// <summary>The image that is shared.</summary>
    public string ImageId { get; internal init; } = "";

    /// <summary>The image's name.</summary>
    public string ImageName { get; internal init; } = "";

    /// <summary>The region of the image, in which the other account sees it too.</summary>
    public string Region { get; internal init; } = "";

    /// <summary>The root account that it is shared with.</summary>
    public string AccountId { get; internal init; } = "";

    /// <summary>The time of the sharing, in UTC; null if the service does not return it.</summary>
    public TccTime? CreatedTime { get; internal init; }

    /// <summary>Image and account.</summary>
    public override string ToString() => $"{ImageId} → {AccountId}";

    internal static TccImageSharePermission From(ImageRef image, Image described, string accountId, DateTimeOffset? sharedAt) => new()
    {
        ImageId = image.ImageId,
        ImageName = described.ImageName,
        Region = image.Region,
        AccountId = accountId,
        CreatedTime = sharedAt,
    };
}
