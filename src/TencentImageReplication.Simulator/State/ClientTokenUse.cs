namespace TencentImageReplication.Simulator.State;

/// <summary>A request that used a client token.</summary>
/// <param name="Ids">The IDs of the objects that it created.</param>
/// <param name="Parameters">Its parameters, as text to compare.</param>
/// <param name="At">The time of the request.</param>
public sealed record ClientTokenUse(IReadOnlyList<string> Ids, string Parameters, DateTimeOffset At);
