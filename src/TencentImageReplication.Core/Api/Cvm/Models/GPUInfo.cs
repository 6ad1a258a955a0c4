namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>The GPUs of an instance.</summary>
public sealed record GPUInfo
{
    /// <summary>Number of GPUs; below 1 for a virtual one.</summary>
    public double? GPUCount { get; init; }

    /// <summary>Addresses of the GPUs.</summary>
    public IReadOnlyList<string> GPUId { get; init => field = value ?? []; } = [];

    /// <summary>The GPUs' model.</summary>
    public string? GPUType { get; init; }
}
