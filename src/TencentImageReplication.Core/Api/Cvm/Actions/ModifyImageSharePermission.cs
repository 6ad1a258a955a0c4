using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>ModifyImageSharePermission: shares an image with accounts, or takes it back from them.</summary>
    public static CvmAction<ModifyImageSharePermissionRequest, ModifyImageSharePermissionResponse> ModifyImageSharePermission { get; } = new(
        nameof(ModifyImageSharePermission),
        new(
            static () => CvmRequestJsonContext.Default.ModifyImageSharePermissionRequest,
            static () => CvmResponseJsonContext.Default.ModifyImageSharePermissionResponse),
        requestsPerSecond: 10,
        RetrySafety.Always);
}

/// <summary>Which image, and which accounts. One account that is refused refuses the others with it.</summary>
public sealed record ModifyImageSharePermissionRequest
{
    /// <summary>The value of <see cref="Permission"/> that shares.</summary>
    public const string Share = "SHARE";

    /// <summary>The value of <see cref="Permission"/> that takes back.</summary>
    public const string Cancel = "CANCEL";

    /// <summary>The image: one of the account's own, and <c>NORMAL</c>.</summary>
    public required string ImageId { get; init; }

    /// <summary>IDs of root accounts; an image may be shared with 500 in all.</summary>
    public required IReadOnlyList<string> AccountIds { get; init; }

    /// <summary><c>SHARE</c> or <c>CANCEL</c>.</summary>
    public required string Permission { get; init; }
}

/// <summary>The image has been shared, or taken back.</summary>
public sealed record ModifyImageSharePermissionResponse : CvmResponse;
