using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>ModifyImageAttribute: changes what a custom image is called and how it is described.</summary>
    /// <remarks>The rate is inferred: the documentation does not tell it.</remarks>
    public static CvmAction<ModifyImageAttributeRequest, ModifyImageAttributeResponse> ModifyImageAttribute { get; } = new(
        nameof(ModifyImageAttribute),
        new(
            static () => CvmRequestJsonContext.Default.ModifyImageAttributeRequest,
            static () => CvmResponseJsonContext.Default.ModifyImageAttributeResponse),
        requestsPerSecond: 10,
        RetrySafety.Always);
}

/// <summary>Which image, and what to set. What is not given stays as it is; an empty text empties what it is given for.</summary>
public sealed record ModifyImageAttributeRequest
{
    /// <summary>The image: one of the account's own.</summary>
    public required string ImageId { get; init; }

    /// <summary>The new name: at most 60 characters, and not the name of another image.</summary>
    public string? ImageName { get; init; }

    /// <summary>The new description: at most 256 characters.</summary>
    public string? ImageDescription { get; init; }

    /// <summary>The family that it belongs to from now on.</summary>
    public string? ImageFamily { get; init; }

    /// <summary>Whether it is marked as out of date.</summary>
    public bool? ImageDeprecated { get; init; }
}

/// <summary>The image has been changed.</summary>
public sealed record ModifyImageAttributeResponse : CvmResponse;
