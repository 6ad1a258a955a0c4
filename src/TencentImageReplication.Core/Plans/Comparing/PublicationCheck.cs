using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Rollout.Looking;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>Checks if the launch templates and scaling groups that a plan names start from the newest version. It only reads.</summary>
internal sealed class PublicationCheck(PlanAccounts accounts)
{
    /// <summary>Changes the state of rows whose copy is in sync, but not published everywhere.</summary>
    public async Task<IReadOnlyList<PlanItem>> ApplyAsync(IReadOnlyList<PlanItem> items, CancellationToken cancellationToken) =>
        await Task.WhenAll(items.Select(item => item is { Row.State: PlanState.InSync, Publication: { } publication }
            ? CheckAsync(item, publication, cancellationToken)
            : Task.FromResult(item)));

    /// <summary>Checks if an image must pass a test before it is published.</summary>
    public static bool NeedsTest(PlanItem item) => item.Cell.Target!.Verify is not null && !PlanTags.IsVerified(item.Image!);

    private async Task<PlanItem> CheckAsync(PlanItem item, PlanPublication publication, CancellationToken cancellationToken)
    {
        var connection = accounts.Find(item.Row.Account)!;
        var look = new RolloutLook(connection.Client, new AutoScalingClient(connection.Connection), publication.Refresh is not null);
        var request = new PublicationRequest(item.Row.Region, item.Row.ImageId!, publication.Targets);
        var targets = await look.ReadAsync([request], connection.AccountId, cancellationToken);
        var outdated = targets.All.Where(target => !target.IsUnchanged).ToList();
        if (outdated.Count == 0)
            return item;
        var problem = outdated.Select(target => target.Problem).FirstOrDefault(error => error is not null);
        return item with
        {
            Row = item.Row with
            {
                State = problem is null or RuleViolationException ? PlanState.Outdated : PlanState.Unknown,
                Action = problem is null ? PlanActions.Publish | (NeedsTest(item) ? PlanActions.Verify : PlanActions.None) : PlanActions.None,
                Reason = PlanTexts.NotPublished(outdated),
                Error = problem,
            },
        };
    }
}
