namespace TencentImageReplication.Core.Plans;

/// <summary>Regions of one account that the images of a family belong in.</summary>
/// <param name="Account">The name of the account; null for that of the connection.</param>
/// <param name="Regions">The regions, each once. The region of the source is fine.</param>
public sealed record PlanTarget(string? Account, IReadOnlyList<string> Regions)
{
    /// <summary>The targets that start from the newest version in these regions; null for none.</summary>
    public PlanPublication? Publish { get; init; }

    /// <summary>The test that the newest version must pass in these regions before it is published there; null for none.</summary>
    public PlanVerification? Verify { get; init; }
}
