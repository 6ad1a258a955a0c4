using System.Text.Json;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Plans;

/// <summary>What a plan promises, whatever fails: nothing precious is deleted, nothing is doubled, and a last run converges.</summary>
internal sealed class PlanInvariants(PlanSchedule schedule, SimulatedCloud cloud, KnownImages known, List<string> violations)
{
    private const string Mark = "ImageReplicationSource";
    private const string Intermediate = "ImageReplicationIntermediate";
    private const string Share = "ImageReplicationShare";

    /// <summary>The images that were deleted by a run.</summary>
    public int Deleted { get; private set; }

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
            .GroupBy(image => (known.RootOf(image), image.AccountId, image.Region))
            .Where(group => group.Count() > 1))
        {
            violations.Add($"{group.Key} has {group.Count()} copies: {string.Join(", ", group.Select(image => image.ImageId))}");
        }
    }

    /// <summary>Checks the rows of the comparison after the last run.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="mayStayOutdated">Returns true for a row whose family cannot be published.</param>
    public void CheckConverged(IReadOnlyList<PlanRow> rows, Func<PlanRow, bool> mayStayOutdated)
    {
        foreach (var row in rows.Where(row => row.State != PlanState.Outdated || !mayStayOutdated(row)))
        {
            if (row.State == PlanState.Outdated || row.Action != PlanActions.None || row.State is PlanState.Copying or PlanState.Missing or PlanState.Unknown)
                violations.Add($"not converged: {row.Version} {row.Account} {row.Region} {row.State} {row.Action} {row.ImageId} ({row.Reason})");
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
                violations.Add($"{source.ImageId} is still shared with {string.Join(", ", now.SharedWith)}, tags {string.Join(", ", now.Tags)}");
            if (source.SharedWith.Except(now.SharedWith).Any())
                violations.Add($"{source.ImageId} is no longer shared with {string.Join(", ", source.SharedWith)}");
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

        void Refuse(string reason) => violations.Add($"{image.ImageId} '{image.ImageName}' in {image.Region} is deleted, but {reason}");
    }

    private bool IsNewest(SimulatedImage image, PlanFamily family) =>
        known.Find(known.RootOf(image)) is { } source
        && !known.All.Any(other => other.CopiedFrom is null && other.Region == source.Region
            && other.ImageName.StartsWith(family.Name, StringComparison.Ordinal) && other.CreatedTime > source.CreatedTime);

    private IEnumerable<string> Wanted(PlanFamily family, SimulatedImage image) => family.CarryOver.HasFlag(CarriedAttributes.Sharing) && known.Find(known.RootOf(image)) is { } source
        ? family.ShareWith.Concat(source.SharedWith)
        : family.ShareWith;
}
