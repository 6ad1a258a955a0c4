namespace TencentImageReplication.Simulator.Faults;

/// <summary>A random fault.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Probability">The probability for each call, 0 to 1.</param>
/// <param name="Action">The action; null for any.</param>
/// <param name="Region">The region (<c>X-TC-Region</c>); null for any.</param>
public sealed record FaultChance(Fault Fault, double Probability, string? Action = null, string? Region = null)
{
    internal bool Matches(string action, string region) =>
        (Action is null || string.Equals(Action, action, StringComparison.Ordinal))
        && (Region is null || string.Equals(Region, region, StringComparison.OrdinalIgnoreCase));
}
