using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>CreateImage: makes a custom image of an instance or of snapshots.</summary>
    /// <remarks>The rate is inferred: the documentation does not tell it.</remarks>
    public static CvmAction<CreateImageRequest, CreateImageResponse> CreateImage { get; } = new(
        nameof(CreateImage),
        new(
            static () => CvmRequestJsonContext.Default.CreateImageRequest,
            static () => CvmResponseJsonContext.Default.CreateImageResponse),
        requestsPerSecond: 10,
        RetrySafety.Never,
        isTrial: request => request.DryRun == true);
}

/// <summary>
/// What to make an image of: <see cref="InstanceId"/> or <see cref="SnapshotIds"/>, one of them. There is no client token: a
/// lost answer must not lead to a repeat.
/// </summary>
public sealed record CreateImageRequest
{
    /// <summary>The name: at most 60 characters, and not the name of another image.</summary>
    public required string ImageName { get; init; }

    /// <summary>The instance to make it of.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The description: at most 256 characters.</summary>
    public string? ImageDescription { get; init; }

    /// <summary><c>true</c> to shut the instance down for it, by force if need be; otherwise what is not on the disk may be missing.</summary>
    public string? ForcePoweroff { get; init; }

    /// <summary><c>true</c> to make the Windows system anonymous first.</summary>
    public string? Sysprep { get; init; }

    /// <summary>Data disks of the instance to put into the image.</summary>
    public IReadOnlyList<string>? DataDiskIds { get; init; }

    /// <summary>The snapshots to make it of, one of them that of a system disk.</summary>
    public IReadOnlyList<string>? SnapshotIds { get; init; }

    /// <summary>Whether only to check that the image could be made.</summary>
    public bool? DryRun { get; init; }

    /// <summary>Tags for the image.</summary>
    public IReadOnlyList<TagSpecification>? TagSpecification { get; init; }

    /// <summary>The family that the image belongs to.</summary>
    public string? ImageFamily { get; init; }
}

/// <summary>The image that is being made.</summary>
public sealed record CreateImageResponse : CvmResponse
{
    /// <summary>Its ID. It is <c>CREATING</c> for minutes to come.</summary>
    public string ImageId { get; init => field = value ?? ""; } = "";
}
