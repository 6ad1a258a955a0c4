using System.Text.Json;

namespace TencentImageReplication.Simulator.Model;

/// <summary>A version of a launch template.</summary>
public sealed record SimulatedTemplateVersion
{
    /// <summary>The number, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The description, 2 to 256 characters; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>The time of its creation.</summary>
    public DateTimeOffset CreatedTime { get; init; }

    /// <summary>The account that created it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>The parameters of the instances as JSON, with the names of <c>CreateLaunchTemplate</c>.</summary>
    public required string Parameters { get; init; }

    /// <summary>The image; empty for none.</summary>
    public string ImageId
    {
        get
        {
            using var parameters = JsonDocument.Parse(Parameters);
            return parameters.RootElement.TryGetProperty(nameof(ImageId), out var id) ? id.GetString() ?? "" : "";
        }
    }
}
