using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>CreateImage: creates a custom image from an instance or from snapshots.</summary>
    /// <remarks>The documentation does not state the rate; this one is inferred.</remarks>
    public static CvmAction<CreateImageRequest, CreateImageResponse> CreateImage => new(
        nameof(CreateImage),
        requestsPerSecond: 10,
        RetrySafety.Never,
        isDryRun: request => request.DryRun == true);
}

/// <summary>
/// The source of a new image: either <see cref="InstanceId"/> or <see cref="SnapshotIds"/>. The action has no client token, so
/// a lost response must not lead to a retry.
/// </summary>
public sealed record CreateImageRequest
{
    /// <summary>The name: at most 60 characters, and not the name of another image.</summary>
    public required string ImageName { get; init; }

    /// <summary>The instance to create it from.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The description: at most 256 characters.</summary>
    public string? ImageDescription { get; init; }

    /// <summary><c>true</c> to shut the instance down first, by force if necessary; otherwise data not yet on the disk may be missing.</summary>
    public string? ForcePoweroff { get; init; }

    /// <summary><c>true</c> to run Sysprep on Windows first.</summary>
    public string? Sysprep { get; init; }

    /// <summary>Data disks of the instance to include in the image.</summary>
    public IReadOnlyList<string>? DataDiskIds { get; init; }

    /// <summary>The snapshots to create it from; one of them must be of a system disk.</summary>
    public IReadOnlyList<string>? SnapshotIds { get; init; }

    /// <summary>True to only check that the image can be created.</summary>
    public bool? DryRun { get; init; }

    /// <summary>Tags for the image.</summary>
    public IReadOnlyList<TagSpecification>? TagSpecification { get; init; }

    /// <summary>The family that the image belongs to.</summary>
    public string? ImageFamily { get; init; }
}

/// <summary>The image that is being created.</summary>
public sealed record CreateImageResponse : CvmResponse
{
    /// <summary>Its ID. The image stays <c>CREATING</c> for some minutes.</summary>
    public string ImageId { get; init => field = value ?? ""; } = "";
}
