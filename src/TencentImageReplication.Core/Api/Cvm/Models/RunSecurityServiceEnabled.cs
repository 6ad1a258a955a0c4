namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>The state of the security agent.</summary>
public sealed record RunSecurityServiceEnabled
{
    /// <summary>True if it runs.</summary>
    public bool? Enabled { get; init; }
}
