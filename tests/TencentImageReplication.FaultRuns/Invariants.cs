using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.State;
using ImageStates = TencentImageReplication.Simulator.Model.ImageStates;

namespace TencentImageReplication.FaultRuns;

/// <summary>Compares the promises with the state of the simulator.</summary>
internal sealed class Invariants(Schedule schedule, SimulatedCloud cloud, Network network, string accountId)
{
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    private readonly HashSet<string> _doubled = [];

    public List<string> Violations { get; } = [];

    public int Requested { get; private set; }

    public int Reused { get; private set; }

    public int Failed { get; private set; }

    public int Unknown { get; private set; }

    /// <summary>
    /// Checks that there are never two copies of one image in one destination. Failed copies do not count, nor those that were there
    /// before a copy with -Force or by a colleague.
    /// </summary>
    public void CheckDoubles()
    {
        if (schedule.Force && schedule.Colleague is not null)
            return;
        var live = LiveCopies().Where(copy =>
            copy.CreatedTime >= Schedule.Start || !(schedule.Force || schedule.Colleague?.Image.ImageId == copy.CopiedFrom));
        foreach (var pair in live.GroupBy(copy => (copy.CopiedFrom, copy.Region, copy.ImageName)).Where(pair => pair.Count() > 1))
        {
            var copies = string.Join(", ", pair.Select(copy => copy.ImageId));
            if (_doubled.Add($"{pair.Key}"))
                Violations.Add($"{pair.Key.CopiedFrom} → {pair.Key.Region} was copied twice: {copies}");
        }
    }

    /// <summary>Checks that no image has the mark of a source that it is not a copy of.</summary>
    public void CheckMarks()
    {
        foreach (var image in cloud.Images(accountId).Where(image => image.Tags.Count > 0))
        {
            var marks = image.Tags.Where(tag => SourceMark.IsKey(tag.Key)).Select(tag => SourceMark.TryParse(tag.Value)).ToList();
            if (marks.Count != image.Tags.Count || marks.Exists(mark => mark is null || !IsRight(mark, image)))
                Violations.Add($"the mark is wrong: {string.Join(", ", image.Tags)} of {Text(image)}");
        }
    }

    /// <summary>Checks the rows of a process that ran to its end.</summary>
    public void CheckProcess(
        IReadOnlyDictionary<(string Image, string Region), SavedRow> rows, IReadOnlyCollection<(string Image, string Region)> asked, DateTimeOffset startedAt)
    {
        foreach (var pair in asked.Where(pair => !rows.ContainsKey(pair)))
            Violations.Add($"there is no row for {pair.Image} → {pair.Region}");
        foreach (var pair in rows.Keys.Except(asked))
            Violations.Add($"there is a row for {pair.Image} → {pair.Region}, which was not requested");
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

    /// <summary>Checks the rows of the last process, after all faults have ended: everything possible is complete.</summary>
    public void CheckAfterFaults(IReadOnlyDictionary<(string Image, string Region), SavedRow> rows)
    {
        foreach (var image in schedule.Images)
        {
            foreach (var region in image.Destinations)
            {
                if (!rows.TryGetValue((image.ImageId, region), out var row))
                    Violations.Add($"nothing is known of {image.ImageId} → {region} at the end");
                else if (row.Status is not (ImageCopyStatus.Completed or ImageCopyStatus.Source) && !CanStayIncomplete(row, image))
                    Violations.Add($"all faults have ended, but the row is: {row}");
            }
        }
    }

    private void CheckRow(SavedRow row, DateTimeOffset startedAt)
    {
        var copy = row.CopyId is null ? null : cloud.FindImage(row.CopyId);
        switch (row.Status)
        {
            case ImageCopyStatus.Completed:
                if (schedule.IsCalm && !schedule.NoMarks && copy?.Tags.Count == 0)
                    Violations.Add($"there was no fault, but the copy has no mark: {row}");
                if (copy is null || copy.State != ImageStates.Normal || !IsCopyFor(copy, row))
                    Violations.Add($"the row is wrong: {row}, but the image is {Text(copy)}");
                break;
            case ImageCopyStatus.TimedOut or ImageCopyStatus.Requested or ImageCopyStatus.Copying:
                if (row.ErrorCode is null)
                    Violations.Add($"the row is incomplete without an error: {row}");
                if (copy is not null && !IsCopyFor(copy, row))
                    Violations.Add($"the row is wrong: {row}, but the image is {Text(copy)}");
                break;
            case ImageCopyStatus.Source:
                if (row.CopyId != row.SourceImageId || schedule.Images.First(image => image.ImageId == row.SourceImageId).Region != row.Region)
                    Violations.Add($"the row is not that of the source: {row}");
                break;
            default:
                CheckFailedRow(row, startedAt);
                break;
        }
    }

    private void CheckFailedRow(SavedRow row, DateTimeOffset startedAt)
    {
        if (row.ErrorCode is null)
            Violations.Add($"the failed row has no error: {row}");
        else if (row.ErrorCode.EndsWith("Exception", StringComparison.Ordinal))
            Violations.Add($"the row has an error of the program: {row}");
        if (schedule.IsCalm && schedule.Colleague is null && schedule.Responses.Slow?.Region != row.Region && !CanStayIncomplete(row, schedule.Images.First(image => image.ImageId == row.SourceImageId)))
            Violations.Add($"there was no fault, but the row is: {row}");
        var made = LiveCopies().FirstOrDefault(copy =>
            copy.CopiedFrom == row.SourceImageId && copy.Region == row.Region && copy.CreatedTime >= startedAt);
        if (made is not null && row.ErrorCode != ClientErrorCodes.OutcomeUnknown && !IsMisled(row, startedAt))
            Violations.Add($"the row has no copy: {row}, but there is {Text(made)}");
        if (row.ErrorCode == ClientErrorCodes.OutcomeUnknown && !IsPollBlocked(row, startedAt))
            Violations.Add($"the outcome could have been known: {row}");
    }

    /// <summary>Returns true when nothing shows that a copy is in progress, and an error that is not true hides it.</summary>
    private bool IsMisled(SavedRow row, DateTimeOffset startedAt) =>
        !schedule.Cloud.SourceShowsSyncing
        && schedule.Cloud.Copies.HiddenFor > TimeSpan.FromMinutes(1)
        && cloud.Calls.Any(call => call is { Action: "SyncImages", Fault: FaultKind.ErrorCode } && call.Outcome == row.ErrorCode && call.Time >= startedAt);

    private bool IsRight(SourceMark mark, SimulatedImage image) =>
        (!schedule.NoMarks || schedule.Existing.Any(existing => existing.ImageId == image.ImageId))
        && image.CopiedFrom == mark.Source.ImageId
        && (cloud.FindImage(mark.Source.ImageId) is not { } source
            || (source.Region == mark.Source.Region && source.CreatedTime.ToUnixTimeSeconds() == mark.Source.CreatedTime?.ToUnixTimeSeconds()));

    private bool IsCopyFor(SimulatedImage copy, SavedRow row)
    {
        var planned = schedule.Images.First(image => image.ImageId == row.SourceImageId);
        return copy.Region == row.Region
            && copy.ImageName == planned.NameOfCopy
            && copy.SizeGB == planned.SizeGB
            && copy.CopiedFrom == row.SourceImageId;
    }

    private static bool IsAgainstTheRules(SavedRow row) =>
        row.ErrorCode is "DestinationIsSource" or "CrossBorderNotEnabled" or "UnsupportedOperation.Region";

    /// <summary>Returns true when a row can stay incomplete although all faults have ended.</summary>
    private bool CanStayIncomplete(SavedRow row, PlannedImage image) =>
        IsAgainstTheRules(row)
        // The message says how to continue, which these runs do not play.
        || row.ErrorCode == "AmbiguousCopy" && schedule.Images.Any(other => other.ImageId != image.ImageId && IsLookAlike(other.ImageId, image))
        || row is { Status: ImageCopyStatus.TimedOut } && IsStuck(row.CopyId)
        // The source is busy as long as a copy is stuck.
        || cloud.Images(accountId).Any(copy => copy.CopiedFrom == row.SourceImageId && IsStuck(copy.ImageId))
        || row.ErrorCode == "InvalidImageName.Duplicate" && cloud.Images(accountId).Any(other =>
            other.Region == row.Region && other.ImageName == image.NameOfCopy && (schedule.Force || !(IsLive(other) && IsCopyFor(other, row))));

    /// <summary>Returns true when two sources are look-alikes: without the rows nobody can assign their copies.</summary>
    private bool IsLookAlike(string? imageId, PlannedImage image) => schedule.Images.Any(other =>
        other.ImageId == imageId && other.NameOfCopy == image.NameOfCopy && other.SizeGB == image.SizeGB);

    private bool IsStuck(string? imageId) => imageId is not null && cloud.FindImage(imageId)?.State == ImageStates.Syncing;

    private bool IsPollBlocked(SavedRow row, DateTimeOffset startedAt) =>
        // The source region is polled for a busy source.
        schedule.Outages.Any(outage => outage.Region == row.Region || outage.Region == schedule.Images.First(image => image.ImageId == row.SourceImageId).Region)
        || schedule.Latency.Most > TimeSpan.FromSeconds(60)
        || schedule.Responses.Slow?.Region == row.Region
        || network.Damage.Damaged.Any(damaged => damaged.Action == "DescribeImages" && damaged.Region == row.Region && damaged.At >= startedAt)
        || cloud.Calls.Any(call => call.Action == "DescribeImages" && call.Region == row.Region && call.Time >= startedAt
            && call.Outcome != SimulatedCall.Ok | call.Fault is not null)
        // When three requests get no response, the source is polled. That can get no response either.
        || cloud.Calls.Count(call => call.Action == "SyncImages" && call.Time >= startedAt && call.Fault is not null)
            + network.Damage.Damaged.Count(damaged => damaged.Action == "SyncImages" && damaged.At >= startedAt) > 3;

    /// <summary>Returns true when a call succeeded, got a fault, or was refused for a reason that the client cannot know.</summary>
    private bool IsExcused(SimulatedCall call)
    {
        if (call.Outcome == SimulatedCall.Ok || (call.Fault is not null && !call.Acted))
            return true;
        return call.Outcome switch
        {
            "InvalidParameterValue.InvalidImageState" or "FailedOperation.InvalidImageState" or "ImageQuotaLimitExceeded"
                or "InvalidImageName.Duplicate" => call.Action is "SyncImages" or "RunInstances",
            "DryRunOperation" => true,
            "LimitExceeded.TagValue" => call.Action == "TagResources",
            "AuthFailure.UnauthorizedOperation" => call.Action == "TagResources" && schedule.MayNotTag,
            // The client counts by key, because it does not know the account: the first calls with a new key can exceed the limit.
            _ when call.Outcome.StartsWith("RequestLimitExceeded", StringComparison.Ordinal) => IsBunchedUp || schedule is { KeyIsRenewed: true, KeyEnds: not null },
            "InternalError" => call.Fault == FaultKind.InternalErrorAfterActing,
            "InvalidImageId.NotFound" => call.Action == "DescribeImages" && schedule.Cloud.UnknownImageIdIsError,
            "AuthFailure.SignatureExpire" => schedule.Skew.Duration() + schedule.Latency.Most + (schedule.Responses.Slow?.Most ?? TimeSpan.Zero) >= MostSkew,
            "AuthFailure.TokenFailure" => schedule.KeyEnds is not null,
            "UnsupportedOperation.Region" => schedule.AllowCrossBorder && !schedule.CrossBorderIsEnabled,
            // Every fault after the action can have its own code.
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
