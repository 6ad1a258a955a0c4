using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.CarryingOver;

namespace TencentImageReplication.Core.Plans;

/// <summary>A family of a plan: source images that are versions of one image, and the places that they belong in.</summary>
public sealed record PlanFamily
{
    /// <summary>The name of the family in the plan.</summary>
    public required string Name { get; init; }

    /// <summary>The names of the source images, with the wildcards * and ?; null for another selection.</summary>
    public string? ImageName { get; init; }

    /// <summary>The image family of the source images at Tencent Cloud; null for another selection.</summary>
    public string? ImageFamily { get; init; }

    /// <summary>The tags of the source images; empty for another selection.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>The places that the images belong in, in the order of the file.</summary>
    public required IReadOnlyList<PlanTarget> Targets { get; init; }

    /// <summary>The number of the newest versions that belong in each target.</summary>
    public int Versions { get; init; } = 1;

    /// <summary>The attributes that copies get from their source.</summary>
    public CarriedAttributes CarryOver { get; init; }

    /// <summary>The name of the copies; null for the name of the source.</summary>
    public string? DestinationImageName { get; init; }

    /// <summary>True when Tencent Cloud has enabled copying across the border of the Chinese mainland for the accounts.</summary>
    public bool AllowCrossBorder { get; init; }

    /// <summary>The IDs of the accounts that the copies are shared with.</summary>
    public IReadOnlyList<string> ShareWith { get; init; } = [];

    /// <summary>True to set copies of versions that do not belong in the targets any more to deprecated.</summary>
    public bool Deprecate { get; init; }

    /// <summary>The way to treat a copy of an earlier image that has the name of a new copy.</summary>
    public NameTaken OnNameTaken { get; init; }

    /// <summary>The copies to keep; null to delete nothing.</summary>
    public PlanRetention? Retention { get; init; }

    /// <summary>True to treat copies without a mark like marked ones.</summary>
    public bool AdoptUnmarked { get; init; }

    /// <summary>True to keep the source shared with the other accounts after they have their copies.</summary>
    public bool KeepShared { get; init; }

    /// <summary>True to keep copies in regions that are no target, which were needed to reach other regions.</summary>
    public bool KeepIntermediate { get; init; }
}
