using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Usage;

namespace TencentImageReplication;

/// <summary>Something that uses an image, or a list of such things that could not be read.</summary>
public sealed record TccImageUsage
{
    /// <summary>The image's ID; null in a row of the kind Unknown.</summary>
    public string? ImageId { get; internal init; }

    /// <summary>The image's name; null if the image does not exist.</summary>
    public string? ImageName { get; internal init; }

    /// <summary>The root account; null if the key may not read it.</summary>
    public string? AccountId { get; internal init; }

    /// <summary>The region.</summary>
    public string Region { get; internal init; } = "";

    /// <summary>The kind of thing that uses the image.</summary>
    public TccImageUsageKind Kind { get; internal init; }

    /// <summary>The ID of the instance, launch template or launch configuration.</summary>
    public string? Id { get; internal init; }

    /// <summary>Its name; in a row of the kind Unknown, the kind that could not be read.</summary>
    public string? Name { get; internal init; }

    /// <summary>True for the default version of a launch template, false for another version; null for other kinds.</summary>
    public bool? IsDefault { get; internal init; }

    /// <summary>The state of an instance, the number of a version, the groups of a configuration, or the error of a list.</summary>
    public string? Detail { get; internal init; }

    /// <summary>The image and its use.</summary>
    public override string ToString() => $"{ImageId} → {Id}";

    internal static TccImageUsage From(RegionUsage region, string imageId, Image? image, ImageUse use) => new()
    {
        ImageId = imageId,
        ImageName = image?.ImageName,
        AccountId = region.AccountId,
        Region = region.Usage.Region,
        Kind = KindOf(use.Kind),
        Id = use.Id,
        Name = use.Name,
        IsDefault = use.IsDefault,
        Detail = use.Detail,
    };

    internal static TccImageUsage From(RegionUsage region, UnreadUses unread) => new()
    {
        AccountId = region.AccountId,
        Region = region.Usage.Region,
        Kind = TccImageUsageKind.Unknown,
        Name = KindOf(unread.Kind).ToString(),
        Detail = $"{unread.Error.Code}: {unread.Error.Message}",
    };

    private static TccImageUsageKind KindOf(ImageUseKind kind) => kind switch
    {
        ImageUseKind.Instance => TccImageUsageKind.Instance,
        ImageUseKind.LaunchTemplateVersion => TccImageUsageKind.LaunchTemplateVersion,
        _ => TccImageUsageKind.LaunchConfiguration,
    };
}
