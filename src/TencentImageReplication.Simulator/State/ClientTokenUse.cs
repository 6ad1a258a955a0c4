namespace TencentImageReplication.Simulator.State;

/// <summary>A request that used a client token.</summary>
/// <param name="InstanceIds">The instances that it created.</param>
/// <param name="Parameters">Its parameters, as text to compare.</param>
/// <param name="At">The time of the request.</param>
public sealed record ClientTokenUse(IReadOnlyList<string> InstanceIds, string Parameters, DateTimeOffset At);
