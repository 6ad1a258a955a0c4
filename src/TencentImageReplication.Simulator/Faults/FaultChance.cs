namespace TencentImageReplication.Simulator.Faults;

/// <summary>A random fault.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Probability">The probability for each call, 0 to 1.</param>
/// <param name="Action">The action; null for any.</param>
public sealed record FaultChance(Fault Fault, double Probability, string? Action = null);
