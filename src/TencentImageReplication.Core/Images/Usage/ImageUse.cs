using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Images.Usage;

/// <summary>Something that uses an image.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Id">The ID of the instance, launch template or launch configuration.</param>
/// <param name="Name">Its name.</param>
/// <param name="ImageId">The image; null if it names only a family.</param>
public sealed record ImageUse(ImageUseKind Kind, string Id, string Name, string? ImageId)
{
    /// <summary>The family whose images a launch configuration uses.</summary>
    public string? ImageFamily { get; init; }

    /// <summary>The number of a launch template version.</summary>
    public long? Version { get; init; }

    /// <summary>True for the default version of a launch template; null for other kinds.</summary>
    public bool? IsDefault { get; init; }

    /// <summary>
    /// True for a version that Publish-TccImage made and that is no longer the default one: it only keeps the way back. Retention does not
    /// count it as a use.
    /// </summary>
    public bool IsPastPublication { get; init; }

    /// <summary>The state of an instance, the number and description of a version, or the groups of a configuration.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The use as a part of a sentence, such as <c>launch template lt-q9t8j8eg (web), version 12</c>.</summary>
    public override string ToString() => Kind switch
    {
        ImageUseKind.Instance => Localized.Text($"instance {Id} ({Name})", $"实例 {Id}（{Name}）"),
        ImageUseKind.LaunchTemplateVersion => Localized.Text(
            $"launch template {Id} ({Name}), version {Version}{(IsDefault == true ? " (default)" : "")}",
            $"启动模板 {Id}（{Name}）的版本 {Version}{(IsDefault == true ? "（默认）" : "")}"),
        _ => Localized.Text($"launch configuration {Id} ({Name})", $"启动配置 {Id}（{Name}）"),
    };
}
