namespace TencentImageReplication.Simulator.Scenarios;

/// <summary>A copy that is in progress when the scenario starts.</summary>
public sealed record ScenarioCopy
{
    /// <summary>The image that is copied.</summary>
    public required string ImageId { get; init; }

    /// <summary>The destination.</summary>
    public required string Region { get; init; }

    /// <summary>The account that requested it; the owner of the image by default.</summary>
    public string? AccountId { get; init; }

    /// <summary>The name of the copy; that of the image by default.</summary>
    public string? ImageName { get; init; }

    /// <summary>The time of the request; the start of the scenario by default.</summary>
    public DateTimeOffset? Started { get; init; }
}
