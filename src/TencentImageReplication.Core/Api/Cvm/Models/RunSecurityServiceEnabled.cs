namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>Whether the security agent runs.</summary>
public sealed record RunSecurityServiceEnabled
{
    /// <summary>Whether it runs.</summary>
    public bool? Enabled { get; init; }
}
