using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>ModifyImageAttribute: changes the name and description of a custom image.</summary>
    /// <remarks>The documentation does not state the rate; this one is inferred.</remarks>
    public static CvmAction<ModifyImageAttributeRequest, ModifyImageAttributeResponse> ModifyImageAttribute => new(
        nameof(ModifyImageAttribute),
        requestsPerSecond: 10,
        RetrySafety.Always);
}

/// <summary>An image and its new values. A value that is null stays unchanged; an empty text clears the value.</summary>
public sealed record ModifyImageAttributeRequest
{
    /// <summary>The image. The account must own it.</summary>
    public required string ImageId { get; init; }

    /// <summary>The new name: at most 60 characters, and not the name of another image.</summary>
    public string? ImageName { get; init; }

    /// <summary>The new description: at most 256 characters.</summary>
    public string? ImageDescription { get; init; }

    /// <summary>The new image family.</summary>
    public string? ImageFamily { get; init; }

    /// <summary>True to mark it as deprecated.</summary>
    public bool? ImageDeprecated { get; init; }
}

/// <summary>The response to a change of an image.</summary>
public sealed record ModifyImageAttributeResponse : CvmResponse;
