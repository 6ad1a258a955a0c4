namespace TencentImageReplication.TestKit.Time;

/// <summary>A run that never ends.</summary>
public sealed class StuckException(string message) : Exception(message);
