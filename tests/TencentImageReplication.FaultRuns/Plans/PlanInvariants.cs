using System.Text.Json;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Plans;

/// <summary>What a plan promises, whatever fails: nothing precious is deleted, nothing is doubled, and a last run converges.</summary>
internal sealed class PlanInvariants(PlanSchedule schedule, SimulatedCloud cloud)
{
    private const string Mark = "ImageReplicationSource";
    private const string Intermediate = "ImageReplicationIntermediate";
    private const string Share = "ImageReplicationShare";

    private readonly Dictionary<string, SimulatedImage> _known = schedule.Images.ToDictionary(image => image.ImageId);

    /// <summary>The promises that were not kept.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>The images that were deleted by a run.</summary>
    public int Deleted { get; private set; }

    /// <summary>Remembers the images there are, also for the time after they are deleted.</summary>
    public void Remember()
    {
        foreach (var image in cloud.Images())
            _known.TryAdd(image.ImageId, image);
    }

    /// <summary>Checks a DeleteImages request before the service carries it out.</summary>
    public void CheckDeletion(JsonElement request, DateTimeOffset now)
    {
        foreach (var id in request.GetProperty("ImageIds").EnumerateArray().Select(element => element.GetString()!))
        {
            if (cloud.FindImage(id) is { } image)
            {
                Deleted++;
                CheckDeletion(image, now);
            }
        }
    }

    /// <summary>Checks that no place has two copies of one source.</summary>
    public void CheckDoubles()
    {
        foreach (var group in cloud.Images()
            .Where(image => image.CopiedFrom is not null && image.State is not ("CREATEFAILED" or "IMPORTFAILED"))
            .GroupBy(image => (Root(image), image.AccountId, image.Region))
            .Where(group => group.Count() > 1))
        {
            Violations.Add($"{group.Key} has {group.Count()} copies: {string.Join(", ", group.Select(image => image.ImageId))}");
        }
    }

    /// <summary>Checks the rows of the comparison after the last run.</summary>
    public void CheckConverged(IReadOnlyList<PlanRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Action != PlanActions.None || row.State is PlanState.Copying or PlanState.Missing or PlanState.Unknown)
                Violations.Add($"not converged: {row.Version} {row.Account} {row.Region} {row.State} {row.Action} {row.ImageId} ({row.Reason})");
        }
    }

    /// <summary>Checks that the sources are shared as before, except with accounts that the plan shares them with for good.</summary>
    public void CheckShares()
    {
        foreach (var source in schedule.Images.Where(image => image.CopiedFrom is null && cloud.FindImage(image.ImageId) is not null))
        {
            var now = cloud.FindImage(source.ImageId)!;
            var keeps = schedule.Plan.Families.First(family => source.ImageName.Contains(family.Name, StringComparison.Ordinal)).KeepShared;
            if (!keeps && (now.SharedWith.Except(source.SharedWith).Any() || now.Tags.Any(tag => tag.Key == Share)))
                Violations.Add($"{source.ImageId} is still shared with {string.Join(", ", now.SharedWith)}, tags {string.Join(", ", now.Tags)}");
            if (source.SharedWith.Except(now.SharedWith).Any())
                Violations.Add($"{source.ImageId} is no longer shared with {string.Join(", ", source.SharedWith)}");
        }
    }

    private void CheckDeletion(SimulatedImage image, DateTimeOffset now)
    {
        var family = schedule.Plan.Families.FirstOrDefault(family => image.ImageName.StartsWith(family.Name, StringComparison.Ordinal));
        var isIntermediate = image.Tags.Any(tag => tag.Key == Intermediate);
        if (family is null)
            Refuse("it belongs to nobody's family");
        else if (image.CopiedFrom is null)
            Refuse("it is a source");
        else if (schedule.UsedImages.Contains(image.ImageId))
            Refuse("it is in use");
        else if (!family.AdoptUnmarked && !image.Tags.Any(tag => tag.Key.StartsWith(Mark, StringComparison.Ordinal)))
            Refuse("it has no mark");
        else if (!isIntermediate && family.Retention is null)
            Refuse("the plan has no retention");
        else if (!isIntermediate && now - image.CreatedTime < family.Retention!.MinimumAge)
            Refuse("it is too young");
        else if (!isIntermediate && IsNewest(image, family))
            Refuse("it is the newest version");
        else if (image.SharedWith.Except(Wanted(family, image)).Any())
            Refuse($"it is shared with {string.Join(", ", image.SharedWith)}");

        void Refuse(string reason) => Violations.Add($"{image.ImageId} '{image.ImageName}' in {image.Region} is deleted, but {reason}");
    }

    private bool IsNewest(SimulatedImage image, PlanFamily family) =>
        _known.TryGetValue(Root(image), out var source)
        && !_known.Values.Any(other => other.CopiedFrom is null && other.Region == source.Region
            && other.ImageName.StartsWith(family.Name, StringComparison.Ordinal) && other.CreatedTime > source.CreatedTime);

    private IEnumerable<string> Wanted(PlanFamily family, SimulatedImage image) => family.CarryOver.HasFlag(CarriedAttributes.Sharing) && _known.TryGetValue(Root(image), out var source)
        ? family.ShareWith.Concat(source.SharedWith)
        : family.ShareWith;

    private string Root(SimulatedImage image)
    {
        var id = image.ImageId;
        while (_known.TryGetValue(id, out var known) && known.CopiedFrom is { } from)
            id = from;
        return id;
    }
}
