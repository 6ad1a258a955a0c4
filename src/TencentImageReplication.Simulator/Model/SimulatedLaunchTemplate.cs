namespace TencentImageReplication.Simulator.Model;

/// <summary>A launch template with its versions. Source: the launch template actions of Tencent's API metadata.</summary>
public sealed record SimulatedLaunchTemplate
{
    /// <summary>The ID, <c>lt-</c> and eight characters; drawn when it is empty in a new template.</summary>
    public string LaunchTemplateId { get; init; } = "";

    /// <summary>The name, 2 to 128 characters.</summary>
    public required string LaunchTemplateName { get; init; }

    /// <summary>The account that owns it.</summary>
    public required string AccountId { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The time of its creation.</summary>
    public DateTimeOffset CreatedTime { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<SimulatedTag> Tags { get; init; } = [];

    /// <summary>The number of the default version, which a request without a number uses.</summary>
    public long DefaultVersion { get; init; } = 1;

    /// <summary>The versions, in the order of their numbers. Deleted ones are missing.</summary>
    public required IReadOnlyList<SimulatedTemplateVersion> Versions { get; init; }

    /// <summary>The number of the newest version.</summary>
    public long LatestVersion => Versions[Versions.Count - 1].Number;

    /// <summary>The highest number that a version of it ever had.</summary>
    internal long HighestNumber { get; init; }

    /// <summary>The number of versions that were deleted.</summary>
    internal int DeletedCount { get; init; }

    /// <summary>Finds a version; null when there is none.</summary>
    internal SimulatedTemplateVersion? Find(long number) => Versions.FirstOrDefault(version => version.Number == number);
}
