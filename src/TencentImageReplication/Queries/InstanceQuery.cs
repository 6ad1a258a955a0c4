using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Queries;

/// <summary>Selects instances by name and image. The service cannot search for parts of names, or for images.</summary>
internal sealed class InstanceQuery(string[]? names, string[]? imageIds)
{
    internal NamePatterns Names { get; } = new(names);

    /// <summary>Returns true if an instance is selected.</summary>
    internal bool Matches(Instance instance) =>
        Names.Matches(instance.InstanceName)
        && (imageIds is null || imageIds.Contains(instance.ImageId, StringComparer.Ordinal));
}
