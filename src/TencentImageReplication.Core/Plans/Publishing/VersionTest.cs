using TencentImageReplication.Core.Plans.Comparing;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Publishing;

/// <summary>The test of an image before it is published.</summary>
/// <param name="Item">The row of the image.</param>
/// <param name="IsDeclined">True if the user declined the test.</param>
/// <param name="Problem">The reason not to publish the image; null if it passed, or would be tested.</param>
internal sealed record VersionTest(PlanItem Item, bool IsDeclined, RuleViolation? Problem);
