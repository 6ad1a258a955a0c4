namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>The state of the monitoring agent.</summary>
public sealed record RunMonitorServiceEnabled
{
    /// <summary>True if it runs.</summary>
    public bool? Enabled { get; init; }
}
