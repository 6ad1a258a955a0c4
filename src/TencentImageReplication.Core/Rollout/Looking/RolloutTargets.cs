namespace TencentImageReplication.Core.Rollout.Looking;

/// <summary>The targets of a rollout, as they are before anything changes.</summary>
/// <param name="Regions">The targets region by region, in the order of the rollout.</param>
internal sealed record RolloutTargets(IReadOnlyList<IReadOnlyList<RolloutTarget>> Regions)
{
    /// <summary>All targets.</summary>
    public IEnumerable<RolloutTarget> All => Regions.SelectMany(targets => targets);

    /// <summary>True if each target is ready.</summary>
    public bool AreReady => All.All(target => target.Problem is null);
}
