using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>ModifyImageSharePermission: shares an image with accounts, or stops sharing it.</summary>
    public static CvmAction<ModifyImageSharePermissionRequest, ModifyImageSharePermissionResponse> ModifyImageSharePermission => new(
        nameof(ModifyImageSharePermission),
        requestsPerSecond: 10,
        RetrySafety.Always);
}

/// <summary>An image and the accounts to share it with. If the service refuses one account, it refuses the whole request.</summary>
public sealed record ModifyImageSharePermissionRequest
{
    /// <summary>The value of <see cref="Permission"/> that shares.</summary>
    public const string Share = "SHARE";

    /// <summary>The value of <see cref="Permission"/> that stops sharing.</summary>
    public const string Cancel = "CANCEL";

    /// <summary>The image. The account must own it, and it must be <c>NORMAL</c>.</summary>
    public required string ImageId { get; init; }

    /// <summary>IDs of root accounts. An image can be shared with at most 500 accounts.</summary>
    public required IReadOnlyList<string> AccountIds { get; init; }

    /// <summary><c>SHARE</c> or <c>CANCEL</c>.</summary>
    public required string Permission { get; init; }
}

/// <summary>The response to a change of sharing.</summary>
public sealed record ModifyImageSharePermissionResponse : CvmResponse;
