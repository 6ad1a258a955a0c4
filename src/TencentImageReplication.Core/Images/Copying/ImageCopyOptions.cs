using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>Options for copying images.</summary>
public sealed record ImageCopyOptions
{
    /// <summary>The kind of copy.</summary>
    public required CopyKind Kind { get; init; }

    /// <summary>True when Tencent Cloud has enabled copying across the border of the Chinese mainland for the account.</summary>
    public bool AllowCrossBorder { get; init; }

    /// <summary>True to copy even when the destination already has a copy.</summary>
    public bool Force { get; init; }

    /// <summary>The KMS key for encryption; null for the key of the disk service. Only for <see cref="CopyKind.Encrypted"/>.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>True to only check the request with the service.</summary>
    public bool DryRun { get; init; }

    /// <summary>The number of images of a region that are processed at the same time.</summary>
    public int ThrottleLimit { get; init; } = DefaultThrottleLimit;

    /// <summary>Asks for confirmation of a planned copy. Not called with <see cref="DryRun"/>.</summary>
    public required Func<ImageCopyPlan, Task<bool>> ConfirmAsync { get; init; }

    /// <summary>True when <see cref="ConfirmAsync"/> only shows the plans and refuses them: each planned copy then has a row.</summary>
    public bool WhatIf { get; init; }

    /// <summary>
    /// The time to wait for a source that is already being copied or that the service reports as busy, before its rows fail.
    /// </summary>
    public TimeSpan BusySourceTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>True to fail at once when a source is already being copied, instead of waiting.</summary>
    public bool FailWhenBusy { get; init; }

    /// <summary>Receives the progress of waiting for busy sources, from any thread.</summary>
    public Action<BusySourceWait>? WaitingForSource { get; init; }

    /// <summary>
    /// Receives each request before it is sent, from any thread. When the run is cancelled, a request without a row may have been
    /// carried out.
    /// </summary>
    public Action<ImageCopyPlan>? Requesting { get; init; }

    /// <summary>Enough for the 10 <c>SyncImages</c> requests a second that the service allows, at the latency of a distant region.</summary>
    public const int DefaultThrottleLimit = 32;
}
