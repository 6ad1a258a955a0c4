using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.State;
using ImageStates = TencentImageReplication.Simulator.Model.ImageStates;

namespace TencentImageReplication.FaultRuns;

/// <summary>What was promised, held against what the simulator knows.</summary>
internal sealed class Invariants(Schedule schedule, SimulatedCloud cloud, string accountId)
{
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    private readonly HashSet<string> _doubled = [];

    public List<string> Violations { get; } = [];

    public int Requested { get; private set; }

    public int Reused { get; private set; }

    public int Failed { get; private set; }

    public int Unknown { get; private set; }

    /// <summary>At no time are there two copies for one image and destination; what the service gave up does not count.</summary>
    public void CheckDoubles()
    {
        if (schedule.Force && schedule.Colleague is not null)
            return;
        foreach (var pair in LiveCopies().GroupBy(copy => (copy.CopiedFrom, copy.Region, copy.ImageName)).Where(pair => pair.Count() > 1))
        {
            var copies = string.Join(", ", pair.Select(copy => copy.ImageId));
            if (_doubled.Add($"{pair.Key}"))
                Violations.Add($"{pair.Key.CopiedFrom} → {pair.Key.Region} was copied twice: {copies}");
        }
    }

    /// <summary>After a process that got to its end.</summary>
    public void CheckProcess(
        IReadOnlyDictionary<(string Image, string Region), SavedRow> rows, IReadOnlyCollection<(string Image, string Region)> asked, DateTimeOffset startedAt)
    {
        foreach (var pair in asked.Where(pair => !rows.ContainsKey(pair)))
            Violations.Add($"there is no row for {pair.Image} → {pair.Region}");
        foreach (var pair in rows.Keys.Except(asked))
            Violations.Add($"there is a row for {pair.Image} → {pair.Region}, which was not asked for");
        foreach (var row in rows.Values)
            CheckRow(row, startedAt);
        foreach (var copy in rows.Values.Where(row => row.CopyId is not null).GroupBy(row => row.CopyId).Where(copy => copy.Count() > 1))
            Violations.Add($"{copy.Key} is in {copy.Count()} rows: {string.Join("; ", copy)}");
        foreach (var call in cloud.Calls.Where(call => call.Time >= startedAt && !IsExcused(call)))
            Violations.Add($"{call.Action} in {call.Region} was refused: {call.Outcome}");

        Requested += rows.Count;
        Reused += rows.Values.Count(row => row.Reused);
        Failed += rows.Values.Count(row => row.Status == ImageCopyStatus.Failed);
        Unknown += rows.Values.Count(row => row.ErrorCode == ClientErrorCodes.OutcomeUnknown);
    }

    /// <summary>After everything was mended and the administrator has gone on once more: all that can be done is done.</summary>
    public void CheckMended(IReadOnlyDictionary<(string Image, string Region), SavedRow> rows)
    {
        foreach (var image in schedule.Images)
        {
            foreach (var region in image.Destinations)
            {
                if (!rows.TryGetValue((image.ImageId, region), out var row))
                    Violations.Add($"nothing is known of {image.ImageId} → {region} in the end");
                else if (row.Status != ImageCopyStatus.Completed && !IsForGood(row, image))
                    Violations.Add($"all is mended, and yet: {row}");
            }
        }
    }

    private void CheckRow(SavedRow row, DateTimeOffset startedAt)
    {
        var copy = row.CopyId is null ? null : cloud.FindImage(row.CopyId);
        switch (row.Status)
        {
            case ImageCopyStatus.Completed:
                if (copy is null || !(copy.State == ImageStates.Normal || IsSource(copy)) || !IsCopyFor(copy, row))
                    Violations.Add($"the row is not true: {row}, but the image is {Text(copy)}");
                break;
            case ImageCopyStatus.TimedOut or ImageCopyStatus.Requested or ImageCopyStatus.Copying:
                if (row.ErrorCode is null)
                    Violations.Add($"the row says neither that it is done nor why not: {row}");
                if (copy is not null && !IsCopyFor(copy, row))
                    Violations.Add($"the row is not true: {row}, but the image is {Text(copy)}");
                break;
            default:
                CheckFailedRow(row, startedAt);
                break;
        }
    }

    private void CheckFailedRow(SavedRow row, DateTimeOffset startedAt)
    {
        if (row.ErrorCode is null)
            Violations.Add($"the row does not say why: {row}");
        else if (row.ErrorCode.EndsWith("Exception", StringComparison.Ordinal))
            Violations.Add($"the row tells of a mistake in the program: {row}");
        if (schedule.IsCalm && schedule.Colleague is null && !IsForGood(row, schedule.Images.First(image => image.ImageId == row.SourceImageId)))
            Violations.Add($"nothing went wrong, and yet: {row}");
        var made = LiveCopies().FirstOrDefault(copy =>
            copy.CopiedFrom == row.SourceImageId && copy.Region == row.Region && copy.CreatedTime >= startedAt);
        if (made is not null && row.ErrorCode != ClientErrorCodes.OutcomeUnknown)
            Violations.Add($"the row says that there is no copy: {row}, but there is {Text(made)}");
        if (row.ErrorCode == ClientErrorCodes.OutcomeUnknown && !CouldNotBeLookedAt(row, startedAt))
            Violations.Add($"the outcome could have been known: {row}");
    }

    private bool IsCopyFor(SimulatedImage copy, SavedRow row)
    {
        var planned = schedule.Images.First(image => image.ImageId == row.SourceImageId);
        return copy.Region == row.Region
            && copy.ImageName == planned.NameOfCopy
            && copy.SizeGB == planned.SizeGB
            && (copy.CopiedFrom == row.SourceImageId
                || (copy.CopiedFrom is null && row.Reused));
    }

    private static bool IsAgainstTheRules(SavedRow row) =>
        row.ErrorCode is "DestinationIsSource" or "CrossBorderNotEnabled" or "UnsupportedOperation.Region";

    /// <summary>Whether a row may be unfinished although everything is mended.</summary>
    private bool IsForGood(SavedRow row, PlannedImage image) =>
        IsAgainstTheRules(row)
        // The administrator is told how to go on, which these runs do not play.
        || row.ErrorCode == "AmbiguousCopy" && schedule.Images.Any(other => other.ImageId != image.ImageId && IsTwin(other.ImageId, image))
        || row is { Status: ImageCopyStatus.TimedOut } && IsStuck(row.CopyId)
        // As long as one copy is stuck the source is busy.
        || cloud.Images(accountId).Any(copy => copy.CopiedFrom == row.SourceImageId && IsStuck(copy.ImageId))
        || row.ErrorCode == "InvalidImageName.Duplicate" && cloud.Images(accountId).Any(other =>
            other.Region == row.Region && other.ImageName == image.NameOfCopy && !(IsLive(other) && IsCopyFor(other, row)));

    /// <summary>Whether two sources look the same: without its rows nobody can tell whose copy is whose.</summary>
    private bool IsTwin(string? imageId, PlannedImage image) => schedule.Images.Any(other =>
        other.ImageId == imageId && other.NameOfCopy == image.NameOfCopy && other.SizeGB == image.SizeGB);

    /// <summary>Whether an image is itself to be copied: one that is already in the destination may be, and shows its own copying.</summary>
    private bool IsSource(SimulatedImage image) => schedule.Images.Any(planned => planned.ImageId == image.ImageId);

    private bool IsStuck(string? imageId) => imageId is not null && cloud.FindImage(imageId)?.State == ImageStates.Syncing;

    private bool CouldNotBeLookedAt(SavedRow row, DateTimeOffset startedAt) =>
        // The source region is asked whether it is busy.
        schedule.Outages.Any(outage => outage.Region == row.Region || outage.Region == schedule.Images.First(image => image.ImageId == row.SourceImageId).Region)
        || schedule.Latency.Most > TimeSpan.FromSeconds(60)
        || cloud.Calls.Any(call => call.Action == "DescribeImages" && call.Region == row.Region && call.Time >= startedAt
            && call.Outcome != SimulatedCall.Ok | call.Fault is not null)
        // When three calls get no answer, the service is asked whether it is busy: that may get none either.
        || cloud.Calls.Count(call => call.Action == "SyncImages" && call.Time >= startedAt && call.Fault is not null) > 3;

    /// <summary>Whether a call went well, was struck by a fault, or was refused for something that the client cannot know.</summary>
    private bool IsExcused(SimulatedCall call)
    {
        if (call.Outcome == SimulatedCall.Ok || (call.Fault is not null && !call.Acted))
            return true;
        return call.Outcome switch
        {
            "InvalidParameterValue.InvalidImageState" or "FailedOperation.InvalidImageState" or "ImageQuotaLimitExceeded"
                or "InvalidImageName.Duplicate" => call.Action == "SyncImages",
            "DryRunOperation" => true,
            // The client counts by key, since it does not know the account: the first calls with a new key may be too many.
            _ when call.Outcome.StartsWith("RequestLimitExceeded", StringComparison.Ordinal) => IsBunchedUp || schedule is { KeyIsRenewed: true, KeyEnds: not null },
            "InternalError" => call.Fault == FaultKind.InternalErrorAfterActing,
            "InvalidImageId.NotFound" => call.Action == "DescribeImages" && schedule.Cloud.UnknownImageIdIsError,
            "AuthFailure.SignatureExpire" => schedule.Skew.Duration() + schedule.Latency.Most >= MostSkew,
            "AuthFailure.TokenFailure" => schedule.KeyEnds is not null,
            "UnsupportedOperation.Region" => schedule.AllowCrossBorder && !schedule.CrossBorderIsEnabled,
            // Any fault that lets the service act may carry a code of its own.
            _ => call.Fault is not null && call.Acted,
        };
    }

    private bool IsBunchedUp =>
        schedule.Latency.Most - schedule.Latency.Least > TimeSpan.FromMilliseconds(40) || cloud.Calls.Any(call => call.Fault == FaultKind.Slow);

    private IEnumerable<SimulatedImage> LiveCopies() => cloud.Images(accountId).Where(image => image.CopiedFrom is not null && IsLive(image));

    private static bool IsLive(SimulatedImage image) => image.State != ImageStates.CreateFailed;

    private static string Text(SimulatedImage? image) =>
        image is null ? "not there" : $"{image.ImageId} '{image.ImageName}' in {image.Region}, {image.State}, a copy of {image.CopiedFrom ?? "nothing"}";
}
