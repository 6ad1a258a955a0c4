using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Testing;

/// <summary>Two commands that test images side by side, drawn before they begin.</summary>
internal sealed record BootTestSchedule
{
    public required int Seed { get; init; }

    /// <summary>The images, each with the course of instances that are created from it.</summary>
    public required IReadOnlyList<(SimulatedImage Image, InstanceLifeCycle Course)> Images { get; init; }

    public required FaultPlan Faults { get; init; }

    /// <summary>True when no request fails.</summary>
    public required bool IsCalm { get; init; }

    /// <summary>The minimum and maximum time of a request in transit.</summary>
    public required (TimeSpan Least, TimeSpan Most) Latency { get; init; }

    /// <summary>The ends of the two commands by force; null for none.</summary>
    public required IReadOnlyList<BootTestKill?> Kills { get; init; }

    public required TimeSpan Timeout { get; init; }

    public required bool KeepFailed { get; init; }

    public required int Concurrency { get; init; }

    /// <summary>True when the instances that are left are deleted by the cleaner; false when only time passes.</summary>
    public required bool IsCleaned { get; init; }

    /// <summary>Returns the schedule as readable lines.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var (image, course) in Images)
            yield return $"image {image.ImageId} in {image.Region}: {course.Ending}, silent {course.AgentStaysSilent}, online for {course.AgentOnlineFor}, {string.Join(", ", course.Commands)}";
        yield return $"calm {IsCalm}, latency {Latency.Least}..{Latency.Most}, time-out {Timeout}, keep {KeepFailed}, {Concurrency} at a time, cleaned {IsCleaned}";
        foreach (var kill in Kills)
            yield return $"{kill}";
    }
}

/// <summary>The end of a command.</summary>
/// <param name="After">The time of the end; null for an end at a request.</param>
/// <param name="AtChange">The number of the request that changes something, at which it ends.</param>
/// <param name="OnceActed">True when the service carries this request out first.</param>
/// <param name="IsStop">True for Ctrl+C, after which the work ends in its own way; false for a process that is gone.</param>
internal sealed record BootTestKill(TimeSpan? After, int? AtChange, bool OnceActed, bool IsStop);
