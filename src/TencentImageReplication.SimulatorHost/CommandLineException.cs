namespace TencentImageReplication.SimulatorHost;

/// <summary>Something is wrong with the command line; the message says what.</summary>
internal sealed class CommandLineException(string message) : Exception(message);
