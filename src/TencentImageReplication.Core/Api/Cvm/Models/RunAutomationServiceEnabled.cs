namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>Whether the automation agent runs.</summary>
public sealed record RunAutomationServiceEnabled
{
    /// <summary>Whether it runs.</summary>
    public bool? Enabled { get; init; }
}
