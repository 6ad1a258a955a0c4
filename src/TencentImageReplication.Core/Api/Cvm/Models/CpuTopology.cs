namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>The use of the cores of an instance.</summary>
public sealed record CpuTopology
{
    /// <summary>Number of physical cores in use.</summary>
    public long? CoreCount { get; init; }

    /// <summary>1 without hyper-threading, 2 with it.</summary>
    public long? ThreadPerCore { get; init; }
}
