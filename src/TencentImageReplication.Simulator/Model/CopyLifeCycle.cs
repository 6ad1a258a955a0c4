namespace TencentImageReplication.Simulator.Model;

/// <summary>
/// The course of one copy. All of it is inferred, because the documentation does not describe a copy in progress. So all of
/// it can be set.
/// </summary>
public sealed record CopyLifeCycle
{
    /// <summary>The duration; null for <see cref="SimulatedCloudOptions.CopyDuration"/>.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The number of polls that do not show it.</summary>
    public int HiddenPolls { get; init; }

    /// <summary>The time in which no poll shows it.</summary>
    public TimeSpan HiddenFor { get; init; }

    /// <summary>The part of the duration, 0 to 1, without a percentage.</summary>
    public double PercentMissingUntil { get; init; } = 0.1;

    /// <summary>The course of the percentage.</summary>
    public CopyProgress Progress { get; init; } = CopyProgress.Gradual;

    /// <summary>The end.</summary>
    public CopyEnding Ending { get; init; } = CopyEnding.Normal;

    /// <summary>The part of the duration, 0 to 1, after which an unsuccessful copy fails, disappears or gets stuck.</summary>
    public double BreaksAt { get; init; } = 0.5;
}
