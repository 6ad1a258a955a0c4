using TencentImageReplication.Core.Rules;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns;

/// <summary>The plan of one run, drawn before it begins.</summary>
internal sealed record Schedule
{
    /// <summary>The time at which every run begins.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    // No run has this much to wait for: one that waits longer never ends.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(10);

    public required int Seed { get; init; }

    public required CopyKind Kind { get; init; }

    public bool Force { get; init; }

    public bool AllowCrossBorder { get; init; }

    /// <summary>True when Tencent has enabled the account for this.</summary>
    public bool CrossBorderIsEnabled { get; init; }

    public int ThrottleLimit { get; init; } = 32;

    public required IReadOnlyList<PlannedImage> Images { get; init; }

    /// <summary>Creates the clock of a run.</summary>
    public static VirtualClock Clock() => new(Start) { Longest = Longest };

    /// <summary>The images that the destinations have before the run.</summary>
    public required IReadOnlyList<SimulatedImage> Existing { get; init; }

    /// <summary>The copies that a colleague requested just before.</summary>
    public Colleague? Colleague { get; init; }

    public required SimulatedCloudOptions Cloud { get; init; }

    public required FaultPlan Faults { get; init; }

    public required IReadOnlyList<Outage> Outages { get; init; }

    /// <summary>The minimum and maximum time of a request in transit.</summary>
    public required (TimeSpan Least, TimeSpan Most) Latency { get; init; }

    /// <summary>The pause between two input images.</summary>
    public TimeSpan Trickle { get; init; }

    /// <summary>The error of the clock of the administrator.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>The time at which the first temporary key expires; null for a permanent key.</summary>
    public TimeSpan? KeyEnds { get; init; }

    /// <summary>True when there is a new key after the first has expired.</summary>
    public bool KeyIsRenewed { get; init; }

    /// <summary>True when the administrator leaves out the marks of copies.</summary>
    public bool NoMarks { get; init; }

    /// <summary>True when the key must not set tags.</summary>
    public bool MayNotTag { get; init; }

    /// <summary>The times at which the process is stopped, and the actions after that.</summary>
    public required IReadOnlyList<Stop> Stops { get; init; }

    /// <summary>
    /// True when there are look-alikes: then only the rows assign the copies, and all rows are needed.
    /// </summary>
    public bool HaveLookAlikes { get; init; }

    public TimeSpan WaitTimeout { get; init; }

    public TimeSpan? PollInterval { get; init; }

    /// <summary>The responses that are wrong, the slow region, and the instances.</summary>
    public required ResponsePlan Responses { get; init; }

    /// <summary>True when there are no faults: then no row may fail.</summary>
    public bool IsCalm { get; init; }

    /// <summary>Returns true when only a slow region can have held up a row of another region for so long.</summary>
    public bool IsHeldUp(string region, TimeSpan after) =>
        IsCalm && Colleague is null && Responses.Slow is { } slow && slow.Region != region
        && after > TimeSpan.FromSeconds(15) + (Images.Count * (Trickle + TimeSpan.FromSeconds(1)));

    /// <summary>Returns the schedule as readable lines.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"kind {Kind}, force {Force}, calm {IsCalm}, cross-border {AllowCrossBorder}/{CrossBorderIsEnabled}, throttle {ThrottleLimit}, "
            + $"latency {Latency.Least}..{Latency.Most}, trickle {Trickle}, skew {Skew}, key ends {KeyEnds} (renewed {KeyIsRenewed}), "
            + $"wait {WaitTimeout}, poll {PollInterval}";
        yield return $"{Responses}";
        yield return $"marks {!NoMarks}, may tag {!MayNotTag}, copies in progress take tags {Cloud.TagsCopiesInProgress}, values of a key {Cloud.MaximumValuesPerTagKey}";
        foreach (var (where, failure) in Cloud.TagFailures)
            yield return $"no tags in {where}: {failure}";
        yield return $"copies take {Cloud.CopyDuration} ± {Cloud.CopyDurationSpread}, source shows syncing {Cloud.SourceShowsSyncing}, "
            + $"busy source {Cloud.BusySource}, duplicate names {Cloud.DuplicateNames}, {Cloud.Copies}";
        foreach (var (region, cycle) in Cloud.CopiesTo)
            yield return $"copies to {region}: {cycle}";
        foreach (var (region, quota) in Cloud.ImageQuotas)
            yield return $"quota of {region}: {quota}";
        foreach (var image in Images)
            yield return $"{image.ImageId} '{image.Name}' in {image.Region}, {image.SizeGB} + {image.DataDiskGB} GB, created {image.CreatedTime:O}, {image.Times} times, named {image.CopyName ?? "-"}, to {string.Join(", ", image.Destinations)}";
        foreach (var image in Existing)
            yield return $"there is {image.ImageId} '{image.ImageName}' in {image.Region}, {image.SizeGB} GB, {image.Snapshots.Count} snapshots, {image.State}, created {image.CreatedTime:O}, a copy of {image.CopiedFrom ?? "-"}, tags {string.Join(", ", image.Tags)}";
        foreach (var outage in Outages)
            yield return $"{outage}";
        foreach (var stop in Stops)
            yield return $"{stop}";
    }
}

/// <summary>An image with its destinations.</summary>
internal sealed record PlannedImage(
    string ImageId, string Name, string Region, int SizeGB, string? CopyName, IReadOnlyList<string> Destinations)
{
    public string NameOfCopy => CopyName ?? Name;

    /// <summary>The size of the data disk; 0 for none.</summary>
    public int DataDiskGB { get; init; }

    /// <summary>The time of its creation. An image that was created again under its name is young.</summary>
    public DateTimeOffset CreatedTime { get; init; } = Schedule.Start.AddDays(-30);

    /// <summary>The number of times that the input has the image.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The snapshots of the image and of each copy.</summary>
    public IReadOnlyList<SimulatedSnapshot> Snapshots(string id) => DataDiskGB == 0
        ? [new($"snap-{id}", "SYSTEM_DISK", SizeGB)]
        : [new($"snap-{id}", "SYSTEM_DISK", SizeGB), new($"snap-{id}d", "DATA_DISK", DataDiskGB)];
}

/// <summary>A colleague who copies one of the images.</summary>
internal sealed record Colleague(PlannedImage Image, IReadOnlyList<string> Destinations, TimeSpan Before);

/// <summary>A region that is unreachable for some time. A silent one drops requests, any other refuses connections.</summary>
internal sealed record Outage(string Region, TimeSpan From, TimeSpan Until, bool IsSilent)
{
    public bool Strikes(string region, TimeSpan time) =>
        string.Equals(Region, region, StringComparison.OrdinalIgnoreCase) && time >= From && time < Until;
}

/// <summary>A stop of the process: after a time, or when the service gets a certain SyncImages request, just before or after it acts.</summary>
internal sealed record Stop(TimeSpan? After, int? AtCopyCall, bool OnceActed, bool OnlyFinishedRowsAreSaved, TimeSpan Pause, GoOnBy GoOnBy);

/// <summary>The action of the administrator after a stop.</summary>
internal enum GoOnBy
{
    /// <summary>Waits for the saved rows, retries the failed ones, and copies everything without a row.</summary>
    FailedRows,

    /// <summary>Pipes all saved rows to the copy command, and copies everything without a row.</summary>
    AllRows,

    /// <summary>Runs the whole script again, without the rows.</summary>
    StartingOver,
}
