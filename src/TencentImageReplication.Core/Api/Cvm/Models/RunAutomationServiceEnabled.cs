namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>The state of the automation agent.</summary>
public sealed record RunAutomationServiceEnabled
{
    /// <summary>True if it runs.</summary>
    public bool? Enabled { get; init; }
}
