namespace TencentImageReplication.SimulatorHost;

/// <summary>The error in a command line. The message describes it.</summary>
internal sealed class CommandLineException(string message) : Exception(message);
