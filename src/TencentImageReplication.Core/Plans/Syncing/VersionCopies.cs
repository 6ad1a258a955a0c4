using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Images.Marking;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Plans.Comparing;
using TencentImageReplication.Core.Plans.Running;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Plans.Syncing;

/// <summary>
/// Copies one version to the regions of one account. Another account than that of the sources copies the shared image inside its region
/// first, and its own copy to the other regions. Each step can be resumed by a later run.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="account">The account.</param>
/// <param name="items">The rows of the version in this account that belong there.</param>
/// <param name="first">The copy that the account has in the region of the sources; null when there is none.</param>
internal sealed class VersionCopies(SyncRun run, SyncAccount account, IReadOnlyList<PlanItem> items, PlanItem? first)
{
    // Enough for a shared image to show in the other account.
    private static readonly TimeSpan VisibilityWindow = TimeSpan.FromMinutes(1);

    private static readonly Backoff Pauses = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8));

    private readonly PlanFamily _family = items[0].Cell.Family;
    private readonly FamilyVersion _version = items[0].Cell.Version;
    private readonly CopyUpdate _update = new(account);

    // A copy of the shared image may need it until it is complete.
    private bool _isSharingNeeded;

    /// <summary>Carries out the rows, and emits each when its result is known.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var copies = items.Where(item => item.Row.Action.HasFlag(PlanActions.Copy)).ToList();
        var others = items.Except(copies).Select(item => ContinueAsync(item, cancellationToken)).ToList();
        if (copies.Count > 0 && await run.ConfirmAsync(StepOf(copies), copies))
            await CopyAsync(copies, cancellationToken);
        await Task.WhenAll(others);
        if (_isSharingNeeded)
            run.NeedsSharing(_version.Source.ImageId, account.Connection.AccountId);
    }

    private bool IsInAccountOfSources => account.Connection.Name == run.SourceAccount;

    private static PlanStep StepOf(IReadOnlyList<PlanItem> copies) => new(
        copies.Aggregate(PlanActions.None, (actions, item) => actions | item.Row.Action), [.. copies.Select(item => item.Row)]);

    // A row without a copy to request.
    private async Task ContinueAsync(PlanItem item, CancellationToken cancellationToken)
    {
        var row = item.Row;
        if (row.State == PlanState.Copying && !run.IsWhatIf)
            await WaitAsync(item, row with { Reason = null }, new ImageRef(row.ImageId!, row.Region), MarkOfUnmarked(item), cancellationToken);
        else if (row.State == PlanState.Outdated)
            LeaveToPublishing(row);
        else if (row.Action != PlanActions.Update)
            run.End(row with { Status = StatusOf(row), Error = row.Error ?? ErrorOf(row) });
        else if (await run.ConfirmAsync(new PlanStep(PlanActions.Update, [row]), [item]))
            await UpdateAsync(item, row, item.Image!, cancellationToken);
    }

    private void LeaveToPublishing(PlanRow row)
    {
        if (!run.Publishes)
            run.End(row with { Status = PlanStatus.Skipped, Error = null });
    }

    private static PlanStatus StatusOf(PlanRow row) => row.State switch
    {
        PlanState.Unknown => PlanStatus.Unknown,
        PlanState.Blocked or PlanState.Stale => PlanStatus.Failed,
        PlanState.Different => PlanStatus.Skipped,
        _ => PlanStatus.Unchanged,
    };

    private static RuleViolationException? ErrorOf(PlanRow row) =>
        row.State is PlanState.Blocked or PlanState.Stale ? new RuleViolationException(PlanProblems.NotCopied(row)) : null;

    // A copy in progress is one by SyncImages. A run that was killed may not have marked it.
    private MarkRequest? MarkOfUnmarked(PlanItem item) => item.Cell.Finding!.Kind == CopyFindingKind.LooksAlike
        ? new MarkRequest(_version.Source.ImageId, run.SourceRegion, SourceMark.For(_version.Image!, run.SourceRegion))
        : null;

    private async Task CopyAsync(IReadOnlyList<PlanItem> copies, CancellationToken cancellationToken)
    {
        var ready = await RenameEarlierAsync(copies, cancellationToken);
        if (IsInAccountOfSources)
        {
            await CopyFromAsync(_version.Image!.ImageId, ready, cancellationToken);
            return;
        }

        var target = ready.Find(item => RegionRules.IsSame(item.Row.Region, run.SourceRegion));
        var others = ready.Where(item => item != target).ToList();
        var (imageId, error) = target is null ? await GetFirstAsync(others, cancellationToken) : await CopyToTargetAsync(target, cancellationToken);
        if (imageId is not null)
        {
            await CopyFromAsync(imageId, others, cancellationToken);
            return;
        }

        foreach (var item in others)
            Fail(item.Row, error ?? new RuleViolationException(PlanProblems.NoFirstCopy(item.Row, run.SourceRegion)));
    }

    /// <summary>Gives the copies of earlier images other names. Where that fails, there is no copy.</summary>
    private async Task<List<PlanItem>> RenameEarlierAsync(IReadOnlyList<PlanItem> copies, CancellationToken cancellationToken)
    {
        var renamed = await Task.WhenAll(copies.Select(RenameAsync));
        return [.. copies.Where((_, index) => renamed[index])];

        async Task<bool> RenameAsync(PlanItem item)
        {
            if (!item.Row.Action.HasFlag(PlanActions.Rename))
                return true;
            var earlier = item.Image!;
            var changes = new ImageChanges(
                new ModifyImageAttributeRequest { ImageId = earlier.ImageId, ImageName = EarlierNames.Of(earlier) }, Tags: []);
            return await TryAsync(item.Row, async () => await account.Editor.SetAsync(
                new ImageRef(earlier.ImageId, item.Row.Region), earlier, changes, _ => Task.FromResult(true), cancellationToken));
        }
    }

    /// <summary>Creates the first copy of another account, which is a target itself. Its row has its error.</summary>
    private async Task<(string? ImageId, Exception? Error)> CopyToTargetAsync(PlanItem target, CancellationToken cancellationToken)
    {
        if (!await TryAsync(target.Row, () => ShareAsync(target.Row, cancellationToken)))
            return (null, null);
        var copy = await RequestFirstAsync();
        return (await FinishAsync(target, copy, cancellationToken) ? copy.ImageId : null, null);
    }

    /// <summary>
    /// Returns the copy of another account in the region of the sources, once it can be used. If there is none and the region is no target,
    /// an intermediate copy is created.
    /// </summary>
    private async Task<(string? ImageId, Exception? Error)> GetFirstAsync(List<PlanItem> waiting, CancellationToken cancellationToken)
    {
        if (waiting.Count == 0)
            return (null, null);
        if (first is not null)
            return (await IsReadyAsync(new WaitTarget(first.Row.ImageId!, run.SourceRegion, StartedAt: null, Tag: null)) ? first.Row.ImageId : null, null);

        try
        {
            await ShareAsync(waiting[0].Row, cancellationToken);
            var copy = await RequestFirstAsync();
            if (copy.ImageId is null)
                return (null, copy.Error);
            var isTagged = await TryTagIntermediateAsync(copy.ImageId, cancellationToken);
            if (!await IsReadyAsync(new WaitTarget(copy.ImageId, run.SourceRegion, copy.RequestedAt, Tag: null) { Mark = MarkRequestOf(copy) }))
                return (null, null);
            if (!isTagged)
                await TagIntermediateAsync(copy.ImageId, cancellationToken);
            return (copy.ImageId, null);
        }
        catch (Exception exception) when (exception is TencentCloudException or RuleViolationException)
        {
            return (null, exception);
        }
    }

    // At once, for a later run if this one is killed. The service may not take tags of copies in progress.
    private async Task<bool> TryTagIntermediateAsync(string imageId, CancellationToken cancellationToken)
    {
        try
        {
            await TagIntermediateAsync(imageId, cancellationToken);
            return true;
        }
        catch (TencentCloudException exception)
        {
            run.TaggedLater(imageId, exception);
            return false;
        }
    }

    private Task TagIntermediateAsync(string imageId, CancellationToken cancellationToken) => account.Connection.Tagger.TagAsync(
        run.SourceRegion, imageId, [new Tag { Key = ModuleTags.Intermediate, Value = _family.Name }], cancellationToken);

    private Task<ImageCopy> RequestFirstAsync()
    {
        _isSharingNeeded = true;
        var request = new ImageCopyRequest(_version.Source.ImageId, run.SourceRegion, [run.SourceRegion], _family.DestinationImageName);
        return account.SharedCopies.Copy(request)[run.SourceRegion];
    }

    private async Task<bool> IsReadyAsync(WaitTarget target)
    {
        var ended = await account.Waits.WaitAsync(target);
        _isSharingNeeded = IsInProgress(ended.Outcome);
        return ended.Outcome == WaitOutcome.Ready;
    }

    private async Task ShareAsync(PlanRow row, CancellationToken cancellationToken)
    {
        var source = _version.Image!;
        await run.Shares.ShareAsync(source, account.Connection.AccountId, cancellationToken);
        var (found, error) = await run.Poll.RunAsync(
            run.SourceRegion,
            VisibilityWindow,
            Pauses,
            () => account.Connection.Client.FindImagesAsync(run.SourceRegion, [source.ImageId], cancellationToken),
            images => images.Count > 0,
            cancellationToken);
        if (error is not null)
            throw error;
        if (found!.Count == 0)
            throw new RuleViolationException(PlanProblems.SharedImageNotSeen(row));
    }

    private async Task CopyFromAsync(string imageId, List<PlanItem> destinations, CancellationToken cancellationToken)
    {
        if (destinations.Count == 0)
            return;
        var request = new ImageCopyRequest(imageId, run.SourceRegion, [.. destinations.Select(item => item.Row.Region)], _family.DestinationImageName)
        {
            Origin = IsInAccountOfSources ? null : _version.Source,
        };
        var copies = account.Copies.Copy(request);
        await Task.WhenAll(destinations.Select(async item => await FinishAsync(item, await copies[item.Row.Region], cancellationToken)));
    }

    private async Task<bool> FinishAsync(PlanItem item, ImageCopy copy, CancellationToken cancellationToken)
    {
        var row = item.Row with { ImageId = copy.ImageId, RequestedAt = copy.RequestedAt, RequestId = copy.RequestId, Status = PlanStatus.Requested };
        if (copy.ImageId is null)
        {
            Fail(row, copy.Error!);
            return false;
        }

        run.Requested(row);
        return await WaitAsync(item, row, new ImageRef(copy.ImageId, row.Region), MarkRequestOf(copy), cancellationToken);
    }

    private static MarkRequest MarkRequestOf(ImageCopy copy) => new(copy.SourceImageId, copy.SourceRegion, copy.Mark);

    private async Task<bool> WaitAsync(PlanItem item, PlanRow row, ImageRef image, MarkRequest? mark, CancellationToken cancellationToken)
    {
        var ended = await account.Waits.WaitAsync(new WaitTarget(image.ImageId, image.Region, row.RequestedAt, Tag: null) { Mark = mark });
        if (RegionRules.IsSame(image.Region, run.SourceRegion))
            _isSharingNeeded = IsInProgress(ended.Outcome);
        if (ended is { Outcome: WaitOutcome.Ready, Image: { } copy })
        {
            await UpdateAsync(item, row with { CompletedAt = ended.EndedAt, IsReady = true }, copy, cancellationToken);
            return true;
        }

        run.End(row with
        {
            Status = IsInProgress(ended.Outcome) ? PlanStatus.TimedOut : PlanStatus.Failed,
            Error = ended.Error,
            Wait = ended,
        });
        return false;
    }

    private async Task UpdateAsync(PlanItem item, PlanRow row, Image copy, CancellationToken cancellationToken)
    {
        if (await TryAsync(row, () => _update.RunAsync(item, copy, cancellationToken)))
            run.End(row with { Status = PlanStatus.Completed });
    }

    private async Task<bool> TryAsync(PlanRow row, Func<Task> step)
    {
        try
        {
            await step();
            return true;
        }
        catch (Exception exception) when (exception is TencentCloudException or RuleViolationException)
        {
            Fail(row, exception);
            return false;
        }
    }

    private static bool IsInProgress(WaitOutcome outcome) => outcome is WaitOutcome.TimedOut or WaitOutcome.GivenUp;

    private void Fail(PlanRow row, Exception error) => run.End(row with
    {
        Status = PlanStatus.Failed,
        Error = error,
        RequestId = (error as TencentCloudException)?.RequestId ?? row.RequestId,
    });
}
