using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Usage;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Deleting;

/// <summary>
/// Leaves out images that are in use. A kind of uses that the service refuses to list is a warning; if it gives no proper response, the
/// images are left out too.
/// </summary>
/// <param name="reader">Reads the uses, once for each region.</param>
/// <param name="logger">Receives the warnings.</param>
internal sealed class UsageCheck(ImageUsageReader reader, ILogger logger)
{
    /// <summary>Checks images that are about to be deleted.</summary>
    /// <param name="plans">The images.</param>
    /// <param name="fail">Receives the error of an image that is left out.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>The images that may be deleted.</returns>
    public async Task<IReadOnlyList<ImageRemovalPlan>> LeaveOutUsedAsync(
        IReadOnlyList<ImageRemovalPlan> plans, Action<ImageRef, Exception> fail, CancellationToken cancellationToken)
    {
        var regions = plans.Select(plan => plan.Region).Distinct(StringComparer.OrdinalIgnoreCase);
        var usages = await Task.WhenAll(regions.Select(region => reader.ReadAsync(region, cancellationToken)));
        var byRegion = usages.ToDictionary(usage => usage.Region, StringComparer.OrdinalIgnoreCase);

        var unused = new List<ImageRemovalPlan>();
        foreach (var plan in plans)
        {
            if (Problem(plan, byRegion[plan.Region]) is { } problem)
                fail(new ImageRef(plan.Image.ImageId, plan.Region), problem);
            else
                unused.Add(plan);
        }

        foreach (var usage in usages.Where(usage => usage.Unread.Count > 0 && unused.Exists(plan => RegionRules.IsSame(plan.Region, usage.Region))))
            UsageLog.NotAllRead(logger, usage.Region, usage.Unread);
        return unused;
    }

    private static Exception? Problem(ImageRemovalPlan plan, ImageUsage usage) =>
        usage.Of(plan.Image) is { Count: > 0 } uses
            ? new RuleViolationException(ImageChangeRules.InUse(plan.Image, plan.Region, Named(uses)))
        : usage.Unread.FirstOrDefault(unread => !unread.IsRefused) is { } unread
            ? NotKnown(plan, unread.Error)
        : null;

    // Not the instances first: there may be many, and they keep running without the image.
    private static IReadOnlyList<string> Named(IReadOnlyList<ImageUse> uses) =>
        [.. uses.OrderByDescending(use => use.Kind).Select(use => use.ToString())];

    private static TencentCloudException NotKnown(ImageRemovalPlan plan, TencentCloudException error) => new(
        error.Kind,
        error.Code,
        Localized.Text(
            $"{plan.Image.ImageId} in {plan.Region} was not deleted, because it is not known whether it is in use: {error.Message}",
            $"未删除 {plan.Region} 中的 {plan.Image.ImageId}，因为无法确定其是否正在使用：{error.Message}"),
        error.Action,
        error.Region,
        error.RequestId,
        innerException: error);
}
