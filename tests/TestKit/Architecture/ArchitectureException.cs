namespace TencentImageReplication.TestKit.Architecture;

/// <summary>A picture that cannot be read, or that differs from the assembly.</summary>
#pragma warning disable CA1032 // The message is all it has.
public sealed class ArchitectureException(string message) : Exception(message);
#pragma warning restore CA1032
