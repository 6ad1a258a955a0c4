namespace TencentImageReplication.Simulator.Model;

/// <summary>A tag of an image or an instance.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public sealed record SimulatedTag(string Key, string Value);
