using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Objects;

namespace TencentImageReplication;

/// <summary>An image, as returned by DescribeImages.</summary>
public sealed record TccImage
{
    /// <summary>The image's ID, such as <c>img-gvbnzy6f</c>.</summary>
    public string ImageId { get; internal init; } = "";

    /// <summary>The image's name, at most 60 characters.</summary>
    public string ImageName { get; internal init; } = "";

    /// <summary>The region that the image is in.</summary>
    public string Region { get; internal init; } = "";

    /// <summary><c>PRIVATE_IMAGE</c> (a custom image), <c>SHARED_IMAGE</c> or <c>PUBLIC_IMAGE</c>.</summary>
    public string ImageType { get; internal init; } = "";

    /// <summary>
    /// <c>NORMAL</c> is available; <c>CREATING</c>, <c>SYNCING</c> and <c>IMPORTING</c> are in progress;
    /// <c>CREATEFAILED</c> and <c>IMPORTFAILED</c> are final. Tencent's ImageState.
    /// </summary>
    public string State { get; internal init; } = "";

    /// <summary>The progress of a copy in percent: only in the state <c>SYNCING</c>, and not always then.</summary>
    public int? SyncPercent { get; internal init; }

    /// <summary>The operating system.</summary>
    public string? OsName { get; internal init; }

    /// <summary>The platform, such as <c>Windows</c>, <c>Ubuntu</c> or <c>TencentOS</c>.</summary>
    public string? Platform { get; internal init; }

    /// <summary><c>x86_64</c>, <c>arm</c> or <c>i386</c>.</summary>
    public string? Architecture { get; internal init; }

    /// <summary>The size of all snapshots in GiB, by which the image and each copy of it is billed; without snapshots, Tencent's ImageSize.</summary>
    public int? SizeGB { get; internal init; }

    /// <summary>The time of its creation, in UTC.</summary>
    public TccTime? CreatedTime { get; internal init; }

    /// <summary>The description. Tencent's ImageDescription.</summary>
    public string? Description { get; internal init; }

    /// <summary>The account that created it. Tencent's ImageCreator.</summary>
    public string? Creator { get; internal init; }

    /// <summary><c>OFFICIAL</c>, <c>CREATE_IMAGE</c> or <c>EXTERNAL_IMPORT</c>. Tencent's ImageSource.</summary>
    public string? Source { get; internal init; }

    /// <summary><c>TencentCloud</c> or <c>BYOL</c>.</summary>
    public string? LicenseType { get; internal init; }

    /// <summary>The family of the image.</summary>
    public string? ImageFamily { get; internal init; }

    /// <summary>True if the image is marked as deprecated. Tencent's ImageDeprecated.</summary>
    public bool? Deprecated { get; internal init; }

    /// <summary>True if the image supports cloud-init. Tencent's IsSupportCloudinit.</summary>
    public bool? SupportsCloudInit { get; internal init; }

    /// <summary>The snapshots of the image's disks, which are billed.</summary>
    public TccStringList SnapshotIds { get; internal init; } = new([]);

    /// <summary>The tags.</summary>
    public TccTagCollection Tags { get; internal init; } = TccTagCollection.None;

    /// <summary>The region of the image that it was copied from; null without the tag that Copy-TccCustomImage and Copy-TccSharedImage set.</summary>
    public string? SourceRegion { get; internal init; }

    /// <summary>The image that it was copied from; null without that tag.</summary>
    public string? SourceImageId { get; internal init; }

    /// <summary>The time when the image that it was copied from was created, in UTC; null without that tag.</summary>
    public TccTime? SourceCreatedTime { get; internal init; }

    /// <summary>The image's ID, so that an image can be used as an ID.</summary>
    public override string ToString() => ImageId;

    internal static TccImage From(Image image, string region)
    {
        var source = SourceMark.Of(image) is [var mark, ..] ? mark.Source : null;
        return new()
        {
            ImageId = image.ImageId,
            ImageName = image.ImageName,
            Region = region,
            ImageType = image.ImageType,
            State = image.ImageState,
            SyncPercent = image.ImageState == "SYNCING" ? NumberConversion.From(image.SyncPercent) : null,
            OsName = image.OsName,
            Platform = image.Platform,
            Architecture = image.Architecture,
            SizeGB = NumberConversion.From(ImageStorage.BilledSizeGB(image)),
            CreatedTime = image.CreatedTime,
            Description = image.ImageDescription,
            Creator = image.ImageCreator,
            Source = image.ImageSource,
            LicenseType = image.LicenseType,
            ImageFamily = image.ImageFamily,
            Deprecated = image.ImageDeprecated,
            SupportsCloudInit = image.IsSupportCloudinit,
            SnapshotIds = new TccStringList(image.SnapshotSet.Select(snapshot => snapshot.SnapshotId)),
            Tags = TagConversion.From(image.Tags),
            SourceRegion = source?.Region,
            SourceImageId = source?.ImageId,
            SourceCreatedTime = source?.CreatedTime,
        };
    }
}
