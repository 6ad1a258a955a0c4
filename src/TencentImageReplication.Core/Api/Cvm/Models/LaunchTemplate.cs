namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>A launch template to start from.</summary>
public sealed record LaunchTemplate
{
    /// <summary>The template's ID.</summary>
    public string? LaunchTemplateId { get; init; }

    /// <summary>The template's version.</summary>
    public long? LaunchTemplateVersion { get; init; }
}
