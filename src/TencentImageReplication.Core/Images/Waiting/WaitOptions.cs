namespace TencentImageReplication.Core.Images.Waiting;

/// <summary>How to wait for images.</summary>
public sealed class WaitOptions
{
    /// <summary>The longest wait for each image, from when it came in.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The pause between two looks; null lets it follow what is left.</summary>
    public TimeSpan? PollInterval { get; init; }

    /// <summary>How long an image may not be visible before it counts as gone.</summary>
    public TimeSpan VanishedGrace { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How long a copy may take to be seen for the first time, from when it was requested. To take one for gone that is only
    /// late would end in a second copy.
    /// </summary>
    public TimeSpan UnseenGrace { get; init; } = TimeSpan.FromMinutes(10);
}
