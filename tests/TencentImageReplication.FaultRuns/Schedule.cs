using TencentImageReplication.Core.Rules;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns;

/// <summary>Everything that is drawn for one run before it begins.</summary>
internal sealed record Schedule
{
    public required int Seed { get; init; }

    public required CopyKind Kind { get; init; }

    public bool Force { get; init; }

    public bool AllowCrossBorder { get; init; }

    /// <summary>Whether Tencent has enabled the account for that.</summary>
    public bool CrossBorderIsEnabled { get; init; }

    public int ThrottleLimit { get; init; } = 32;

    public required IReadOnlyList<PlannedImage> Images { get; init; }

    /// <summary>Images that the destinations hold before.</summary>
    public required IReadOnlyList<SimulatedImage> Existing { get; init; }

    /// <summary>Copies that a colleague has asked for just before.</summary>
    public Colleague? Colleague { get; init; }

    public required SimulatedCloudOptions Cloud { get; init; }

    public required FaultPlan Faults { get; init; }

    public required IReadOnlyList<Outage> Outages { get; init; }

    /// <summary>How long a request is under way before the service hears of it, at least and at most.</summary>
    public required (TimeSpan Least, TimeSpan Most) Latency { get; init; }

    /// <summary>The pause between two images that come in.</summary>
    public TimeSpan Trickle { get; init; }

    /// <summary>How far the administrator's clock is wrong.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>When the first temporary key ends; null for a permanent one.</summary>
    public TimeSpan? KeyEnds { get; init; }

    /// <summary>Whether the source of the keys has a new one when the first has ended.</summary>
    public bool KeyIsRenewed { get; init; }

    /// <summary>When the process is stopped, and how things go on after that.</summary>
    public required IReadOnlyList<Stop> Stops { get; init; }

    /// <summary>
    /// Whether there are images that look the same: then only the rows tell whose copy is whose, and all of them are needed.
    /// </summary>
    public bool HaveTwins { get; init; }

    public TimeSpan WaitTimeout { get; init; }

    public TimeSpan? PollInterval { get; init; }

    /// <summary>Whether nothing at all goes wrong: then there is no excuse for a failed row.</summary>
    public bool IsCalm { get; init; }

    /// <summary>The schedule in lines for people.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"kind {Kind}, force {Force}, calm {IsCalm}, cross-border {AllowCrossBorder}/{CrossBorderIsEnabled}, throttle {ThrottleLimit}, "
            + $"latency {Latency.Least}..{Latency.Most}, trickle {Trickle}, skew {Skew}, key ends {KeyEnds} (renewed {KeyIsRenewed}), "
            + $"wait {WaitTimeout}, poll {PollInterval}";
        yield return $"copies take {Cloud.CopyDuration} ± {Cloud.CopyDurationSpread}, source shows syncing {Cloud.SourceShowsSyncing}, "
            + $"busy source {Cloud.BusySource}, duplicate names {Cloud.DuplicateNames}, {Cloud.Copies}";
        foreach (var (region, cycle) in Cloud.CopiesTo)
            yield return $"copies to {region}: {cycle}";
        foreach (var (region, quota) in Cloud.ImageQuotas)
            yield return $"quota of {region}: {quota}";
        foreach (var image in Images)
            yield return $"{image.ImageId} '{image.Name}' in {image.Region}, {image.SizeGB} GB, named {image.CopyName ?? "-"}, to {string.Join(", ", image.Destinations)}";
        foreach (var image in Existing)
            yield return $"there is {image.ImageId} '{image.ImageName}' in {image.Region}, {image.SizeGB} GB, {image.State}";
        foreach (var outage in Outages)
            yield return $"{outage}";
        foreach (var stop in Stops)
            yield return $"{stop}";
    }
}

/// <summary>An image, and where it is to be copied.</summary>
internal sealed record PlannedImage(
    string ImageId, string Name, string Region, int SizeGB, string? CopyName, IReadOnlyList<string> Destinations)
{
    public string NameOfCopy => CopyName ?? Name;
}

/// <summary>Somebody else who copies one of the images.</summary>
internal sealed record Colleague(PlannedImage Image, IReadOnlyList<string> Destinations, TimeSpan Before);

/// <summary>A region that cannot be reached for a while. A silent one swallows requests, any other refuses connections.</summary>
internal sealed record Outage(string Region, TimeSpan From, TimeSpan Until, bool IsSilent)
{
    public bool Strikes(string region, TimeSpan time) =>
        string.Equals(Region, region, StringComparison.OrdinalIgnoreCase) && time >= From && time < Until;
}

/// <summary>The process is stopped: after a time, or when the service gets a certain SyncImages call, just before or after it acts.</summary>
internal sealed record Stop(TimeSpan? After, int? AtCopyCall, bool OnceActed, bool OnlyFinishedRowsAreSaved, TimeSpan Pause, GoOnBy GoOnBy);

/// <summary>What the administrator does after the process was stopped.</summary>
internal enum GoOnBy
{
    /// <summary>Waits for the rows that were saved, copies the failed ones again, and asks for what has no row.</summary>
    FailedRows,

    /// <summary>Pipes all rows that were saved back into copying, and asks for what has no row.</summary>
    AllRows,

    /// <summary>Runs the whole script again, without the rows.</summary>
    StartingOver,
}
