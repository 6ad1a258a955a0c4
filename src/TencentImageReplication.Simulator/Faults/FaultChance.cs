namespace TencentImageReplication.Simulator.Faults;

/// <summary>A fault drawn by chance.</summary>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Probability">How likely it strikes a call, 0 to 1.</param>
/// <param name="Action">The action it strikes; null for any.</param>
public sealed record FaultChance(Fault Fault, double Probability, string? Action = null);
