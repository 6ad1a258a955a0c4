namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>Whether the monitoring agent runs.</summary>
public sealed record RunMonitorServiceEnabled
{
    /// <summary>Whether it runs.</summary>
    public bool? Enabled { get; init; }
}
