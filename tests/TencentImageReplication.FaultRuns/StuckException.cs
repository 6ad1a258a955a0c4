namespace TencentImageReplication.FaultRuns;

/// <summary>A run that never ends.</summary>
internal sealed class StuckException(string message) : Exception(message);
