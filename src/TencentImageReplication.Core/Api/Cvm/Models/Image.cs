using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>An image, as DescribeImages returns it.</summary>
public sealed record Image
{
    /// <summary>The image's ID, such as <c>img-gvbnzy6f</c>.</summary>
    public string ImageId { get; init => field = value ?? ""; } = "";

    /// <summary>The operating system.</summary>
    public string? OsName { get; init; }

    /// <summary><c>PUBLIC_IMAGE</c>, <c>PRIVATE_IMAGE</c> (a custom image) or <c>SHARED_IMAGE</c>.</summary>
    public string ImageType { get; init => field = value ?? ""; } = "";

    /// <summary>The time it was created, in UTC.</summary>
    public DateTimeOffset? CreatedTime { get; init; }

    /// <summary>The image's name, at most 60 characters.</summary>
    [FreeText]
    public string ImageName { get; init => field = value ?? ""; } = "";

    /// <summary>The image's description.</summary>
    [FreeText]
    public string? ImageDescription { get; init; }

    /// <summary>Size, in GiB.</summary>
    public long? ImageSize { get; init; }

    /// <summary><c>x86_64</c>, <c>arm</c> or <c>i386</c>.</summary>
    public string? Architecture { get; init; }

    /// <summary>
    /// <c>CREATING</c>, <c>NORMAL</c>, <c>CREATEFAILED</c>, <c>SYNCING</c>, <c>IMPORTING</c>, <c>IMPORTFAILED</c>;
    /// any other state counts as in progress.
    /// </summary>
    public string ImageState { get; init => field = value ?? ""; } = "";

    /// <summary>The platform, such as <c>Windows</c>, <c>Ubuntu</c> or <c>TencentOS</c>.</summary>
    public string? Platform { get; init; }

    /// <summary>The account that created it.</summary>
    public string? ImageCreator { get; init; }

    /// <summary><c>OFFICIAL</c>, <c>CREATE_IMAGE</c> or <c>EXTERNAL_IMPORT</c>.</summary>
    public string? ImageSource { get; init; }

    /// <summary>
    /// The progress of the copy in percent, 0 to 100. Valid only while the state is <c>SYNCING</c>, and can be
    /// missing even then.
    /// </summary>
    public long? SyncPercent { get; init => field = value is { } percent ? Math.Max(0, Math.Min(100, percent)) : null; }

    /// <summary>True if the image supports cloud-init.</summary>
    public bool? IsSupportCloudinit { get; init; }

    /// <summary>The snapshots of the disks of the image.</summary>
    public IReadOnlyList<Snapshot> SnapshotSet { get; init => field = value ?? []; } = [];

    /// <summary>The image's tags.</summary>
    public IReadOnlyList<Tag> Tags { get; init => field = value ?? []; } = [];

    /// <summary><c>TencentCloud</c> or <c>BYOL</c>.</summary>
    public string? LicenseType { get; init; }

    /// <summary>The family that the image belongs to.</summary>
    [FreeText]
    public string? ImageFamily { get; init; }

    /// <summary>True if the image is marked as deprecated.</summary>
    public bool? ImageDeprecated { get; init; }

    /// <summary>State of the image's cache in a dedicated cluster.</summary>
    public string? CdcCacheStatus { get; init; }
}
