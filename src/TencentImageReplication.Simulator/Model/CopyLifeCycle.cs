namespace TencentImageReplication.Simulator.Model;

/// <summary>
/// How one copy goes. All of it is inferred, since the documentation is silent about what a copy looks like on its way:
/// so all of it can be set.
/// </summary>
public sealed record CopyLifeCycle
{
    /// <summary>How long it takes; null for the cloud's <see cref="SimulatedCloudOptions.CopyDuration"/>.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How often it is asked for in vain before it shows.</summary>
    public int HiddenPolls { get; init; }

    /// <summary>How long it does not show at all.</summary>
    public TimeSpan HiddenFor { get; init; }

    /// <summary>The part of the way, 0 to 1, on which there is no percentage yet.</summary>
    public double PercentMissingUntil { get; init; } = 0.1;

    /// <summary>How the percentage moves.</summary>
    public CopyProgress Progress { get; init; } = CopyProgress.Gradual;

    /// <summary>How it ends.</summary>
    public CopyEnding Ending { get; init; } = CopyEnding.Normal;

    /// <summary>The part of the way, 0 to 1, at which a copy that does not end well fails, disappears or sticks.</summary>
    public double BreaksAt { get; init; } = 0.5;
}
