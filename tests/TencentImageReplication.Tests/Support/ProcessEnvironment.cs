namespace TencentImageReplication.Tests.Support;

/// <summary>Tests that set environment variables of the process: no other test runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessEnvironment
{
    internal const string Name = "Process environment";
}
