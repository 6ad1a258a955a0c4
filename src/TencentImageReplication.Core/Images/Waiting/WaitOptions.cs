namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>Options for waiting for images.</summary>
public sealed class WaitOptions
{
    /// <summary>The maximum wait for each image, counted from its arrival.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The pause between two polls; null adapts it to the remaining time.</summary>
    public TimeSpan? PollInterval { get; init; }

    /// <summary>The time without a visible image after which it counts as gone.</summary>
    public TimeSpan VanishedGrace { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The time that a copy may take to become visible, counted from its request. Treating a late copy as gone would lead to a second
    /// copy.
    /// </summary>
    public TimeSpan UnseenGrace { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The time for which requests are repeated although the service refuses them. A key can be refused for a moment, for example
    /// while it or its permissions are changed.
    /// </summary>
    public TimeSpan RefusedGrace { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The time that a request may take although the time of its images is over.</summary>
    public TimeSpan LastRequest { get; init; } = TimeSpan.FromSeconds(10);
}
