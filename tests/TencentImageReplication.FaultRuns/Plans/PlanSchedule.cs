using TencentImageReplication.Core.Plans;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Plans;

/// <summary>The nights of one plan, drawn before they begin.</summary>
internal sealed record PlanSchedule
{
    public required int Seed { get; init; }

    public required ReplicationPlan Plan { get; init; }

    public required SimulatedCloudOptions Cloud { get; init; }

    /// <summary>The images before the first night: sources, copies, and images of other people.</summary>
    public required IReadOnlyList<SimulatedImage> Images { get; init; }

    /// <summary>The images that instances use.</summary>
    public required IReadOnlyList<string> UsedImages { get; init; }

    /// <summary>The source images that are created before the night of the same number.</summary>
    public required IReadOnlyList<SimulatedImage?> NewSources { get; init; }

    /// <summary>The source images that are deleted before the night of the same number.</summary>
    public required IReadOnlyList<string?> DeletedSources { get; init; }

    /// <summary>The regions that versions are published in; none in most schedules.</summary>
    public IReadOnlyList<PublishedPlace> PublishedPlaces { get; init; } = [];

    /// <summary>True when something is published.</summary>
    public bool Publishes => PublishedPlaces.Count > 0;

    public required FaultPlan Faults { get; init; }

    public required IReadOnlyList<Outage> Outages { get; init; }

    /// <summary>The minimum and maximum time of a request in transit.</summary>
    public required (TimeSpan Least, TimeSpan Most) Latency { get; init; }

    /// <summary>The night in which the run is killed, and after how many requests that change something; null for no kill.</summary>
    public required IReadOnlyList<Kill> Kills { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>Returns the schedule as readable lines.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var family in Plan.Families)
        {
            yield return $"family {family.Name}, versions {family.Versions}, carry over {family.CarryOver}, copies named {family.DestinationImageName ?? "-"}, "
                + $"share with {string.Join(", ", family.ShareWith)}, deprecate {family.Deprecate}, taken names {family.OnNameTaken}, "
                + $"retention {family.Retention}, adopt {family.AdoptUnmarked}, keep shared {family.KeepShared}, keep intermediate {family.KeepIntermediate}";
            foreach (var target in family.Targets)
                yield return $"  in {target.Account ?? "self"}: {string.Join(", ", target.Regions)}{TextOf(target.Publish)}{(target.Verify is null ? "" : ", if it passes a test")}";
        }

        foreach (var place in PublishedPlaces)
            yield return $"'{place.Name}' in {place.Region} of {place.AccountId} starts from {place.ImageId}, published {place.IsPublished}, {place.Instances} instances, batch {place.FailingBatch} fails";
        foreach (var (key, course) in Cloud.LaunchesOf.OrderBy(course => course.Key, StringComparer.Ordinal))
            yield return $"instances of {key}: {course.Ending}, silent {course.AgentStaysSilent}, {string.Join(", ", course.Commands)}";

        foreach (var image in Images)
            yield return $"there is {image.ImageId} '{image.ImageName}' of {image.AccountId} in {image.Region}, created {image.CreatedTime:O}, tags {string.Join(", ", image.Tags)}, shared with {string.Join(", ", image.SharedWith)}";
        yield return $"used: {string.Join(", ", UsedImages)}; latency {Latency.Least}..{Latency.Most}; copies take {Cloud.CopyDuration}; waits {Timeout}";
        foreach (var outage in Outages)
            yield return $"{outage}";
        foreach (var kill in Kills)
            yield return $"{kill}";
    }

    private static string TextOf(PlanPublication? publication) => publication is null
        ? ""
        : $", published in {string.Join(", ", publication.Targets.Select(target => target.Kind))}, refresh {publication.Refresh is not null}, keep {publication.KeepVersion}";
}

/// <summary>The end of a run by force.</summary>
/// <param name="Night">The night.</param>
/// <param name="AtChange">The number of the request that changes something, at which the run ends; null for a kill by time.</param>
/// <param name="OnceActed">True when the service carries this request out first.</param>
/// <param name="After">The time of the kill; null for a kill at a request.</param>
internal sealed record Kill(int Night, int? AtChange, bool OnceActed, TimeSpan? After)
{
    /// <summary>True when the process is gone at once; false for Ctrl+C, after which the work ends in its own way.</summary>
    public bool EndsProcess { get; init; }

    /// <summary>True to count only the requests of tests and of what is published.</summary>
    public bool InPublishing { get; init; }
}
