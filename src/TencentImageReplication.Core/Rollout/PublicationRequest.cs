using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Rollout;

/// <summary>An image to publish in its region.</summary>
/// <param name="Region">The region.</param>
/// <param name="ImageId">The image; empty if there is none.</param>
/// <param name="Targets">The targets.</param>
public sealed record PublicationRequest(string Region, string ImageId, IReadOnlyList<TargetSelector> Targets)
{
    /// <summary>The reason why the image cannot be published, such as a copy that failed; null for none.</summary>
    public RuleViolation? Problem { get; init; }

    /// <summary>The row of an earlier run, which this one continues; null for none.</summary>
    public Publication? Earlier { get; init; }
}
