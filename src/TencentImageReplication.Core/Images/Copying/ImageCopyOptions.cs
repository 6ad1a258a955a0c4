using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>How images are to be copied.</summary>
public sealed record ImageCopyOptions
{
    /// <summary>Which kind of copy to make.</summary>
    public required CopyKind Kind { get; init; }

    /// <summary>Whether the account has been enabled for copies across the border of the Chinese mainland.</summary>
    public bool AllowCrossBorder { get; init; }

    /// <summary>Whether to copy even where a copy is already in the destination.</summary>
    public bool Force { get; init; }

    /// <summary>The key to encrypt with (KMS); null for that of the disk service. Only for <see cref="CopyKind.Encrypted"/>.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>Whether to only have the service check the request.</summary>
    public bool DryRun { get; init; }

    /// <summary>How many images are worked on at the same time.</summary>
    public int ThrottleLimit { get; init; } = DefaultThrottleLimit;

    /// <summary>Asks whether a planned copy may be requested. Not asked with <see cref="DryRun"/>.</summary>
    public required Func<ImageCopyPlan, Task<bool>> ConfirmAsync { get; init; }

    /// <summary>
    /// How long to wait for a source that is being copied already, or that the service calls busy, before its rows fail.
    /// </summary>
    public TimeSpan BusySourceTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Told of each request before it is sent, from any thread: what is told here and has no row yet may have been started
    /// when the run is cancelled.
    /// </summary>
    public Action<ImageCopyPlan>? Asking { get; init; }

    /// <summary>Enough to use up the 10 <c>SyncImages</c> a second that the service allows, at the latency of a far region.</summary>
    public const int DefaultThrottleLimit = 32;
}
