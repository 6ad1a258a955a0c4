using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Api.Tat;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Plans.Comparing;
using TencentImageReplication.Core.Plans.Connecting;
using TencentImageReplication.Core.Plans.Running;
using TencentImageReplication.Core.Rollout.Looking;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Testing;

namespace TencentImageReplication.Core.Plans.Publishing;

/// <summary>
/// Tests images in their regions before they are published. An image that passes gets the tag ImageReplicationVerified, so that the next
/// run does not test it again.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="accounts">The accounts.</param>
/// <param name="options">The options.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class VersionTests(
    SyncRun run, PlanAccounts accounts, PlanPublishingOptions options, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>Tests the images side by side.</summary>
    /// <param name="items">The rows of the images.</param>
    /// <param name="cancellationToken">Ends all tests early. Their instances are deleted.</param>
    /// <returns>The result of each image.</returns>
    public async Task<IReadOnlyList<VersionTest>> RunAsync(IReadOnlyList<PlanItem> items, CancellationToken cancellationToken)
    {
        var tests = await Task.WhenAll(items
            .GroupBy(item => item.Cell.Target!)
            .Select(target => RunAsync(target.Key.Verify!, [.. target], cancellationToken)));
        return [.. tests.SelectMany(test => test)];
    }

    /// <summary>
    /// Refuses targets whose image was not tested: the comparison found nothing to publish there, or could not read it, and a target has
    /// changed since. The next run tests the image.
    /// </summary>
    /// <param name="targets">The targets, as they are now.</param>
    /// <param name="items">The rows of their images.</param>
    /// <param name="tests">The tests of this run.</param>
    public static RolloutTargets RefuseUntested(RolloutTargets targets, IReadOnlyList<PlanItem> items, IReadOnlyList<VersionTest> tests)
    {
        var untested = items.Where(item => PublicationCheck.NeedsTest(item) && tests.All(test => test.Item != item)).ToList();
        return new([.. targets.Regions.Select(region => region.Select(Refuse).ToList())]);

        RolloutTarget Refuse(RolloutTarget target) =>
            target is { IsUnchanged: false, Problem: null } && untested.Find(item => RegionRules.IsSame(item.Row.Region, target.Row.Region)) is { } item
                ? target with { Row = target.Row with { Error = new RuleViolationException(NotTested(item.Row)) } }
                : target;
    }

    private async Task<IReadOnlyList<VersionTest>> RunAsync(
        PlanVerification verification, IReadOnlyList<PlanItem> items, CancellationToken cancellationToken)
    {
        var requests = Channel.CreateUnbounded<BootTestRequest>();
        foreach (var item in items)
            requests.Writer.TryWrite(RequestOf(item));
        requests.Writer.Complete();
        var results = new ConcurrentDictionary<BootTestRequest, BootTestResult>();
        await BatchOf(accounts.Find(items[0].Row.Account)!, verification).RunAsync(requests.Reader, Emit, cancellationToken);
        return [.. items.Select(item => Judge(item, results.TryGetValue(RequestOf(item), out var result) ? result : null))];

        void Emit(BootTestResult result)
        {
            results[result.Request] = result;
            run.Tested(items.First(item => RequestOf(item) == result.Request).Row, result);
        }
    }

    private BootTestBatch BatchOf(PlanConnection connection, PlanVerification verification)
    {
        var settings = new BootTestOptions
        {
            Settings = verification.Settings,
            MaximumPrice = verification.MaximumPrice,
            Tagger = connection.Tagger,
            Starting = options.StartingTest,
            ConfirmAsync = plan => run.AskAsync(() => options.ConfirmTestAsync(plan)),
        };
        return new BootTestBatch(
            connection.Client, new TatClient(connection.Connection), new CallerAccount(connection.Connection), settings, timeProvider, logger);
    }

    // A test without a result was declined; one that is only shown declines itself.
    private VersionTest Judge(PlanItem item, BootTestResult? result) => new(
        item, IsDeclined: result is null && !run.IsWhatIf, result is null or { Status: BootTestStatus.Passed } ? null : NotPassed(result));

    private static BootTestRequest RequestOf(PlanItem item) => new(item.Row.ImageId!, item.Row.Region);

    private static RuleViolation NotTested(PlanRow row) => new(
        "ImageNotTested",
        Localized.Text(
            $"{row.ImageId} in {row.Region} is not published: it was not tested, because its targets have changed during this run.",
            $"未发布 {row.Region} 的 {row.ImageId}：其目标在本次运行期间发生变化，该镜像尚未测试。"),
        Localized.Text("Run the plan again. It tests the image.", "请重新运行复制计划，届时会测试该镜像。"));

    private static RuleViolation NotPassed(BootTestResult result)
    {
        var (image, region, problem) = (result.Request.ImageId, result.Request.Region, result.ErrorMessage);
        return new RuleViolation(
            "TestNotPassed",
            Localized.Text($"{image} in {region} did not pass its test, so it is not published. {problem}", $"{region} 的 {image} 未通过测试，因此不发布。{problem}"),
            Localized.Text("Correct the cause and run the plan again. It tests the image again.", "请排除原因后重新运行复制计划，届时会重新测试该镜像。"));
    }
}
