using TencentImageReplication.Core.Plans;

namespace TencentImageReplication.FaultRuns.Plans;

/// <summary>A region of an account that a family is published in.</summary>
/// <param name="Family">The name of the family.</param>
/// <param name="Target">The target of the family.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Region">The region.</param>
/// <param name="ImageId">The image that everything starts from before the first night.</param>
/// <param name="IsPublished">True when an earlier run has published that image.</param>
/// <param name="Instances">The number of instances of the scaling group.</param>
/// <param name="FailingBatch">The number of the batch that fails at first in each refresh of the group; null for none.</param>
internal sealed record PublishedPlace(
    string Family, PlanTarget Target, string AccountId, string Region, string ImageId, bool IsPublished, int Instances, int? FailingBatch)
{
    /// <summary>The name of the launch template, the launch configuration and the scaling group.</summary>
    public string Name => NameOf(Family);

    /// <summary>Returns the name of what a family is published in.</summary>
    public static string NameOf(string family) => $"web-{family}";
}
