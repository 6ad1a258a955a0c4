namespace TencentImageReplication.FaultRuns;

/// <summary>The error of a run that never ends.</summary>
internal sealed class StuckException(string message) : Exception(message);
