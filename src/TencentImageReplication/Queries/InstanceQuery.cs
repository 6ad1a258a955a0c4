using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Queries;

/// <summary>Which instances are wanted. The service does not search for parts of names, nor for images.</summary>
internal sealed class InstanceQuery(string[]? names, string[]? imageIds)
{
    private readonly NamePatterns _names = new(names);

    /// <summary>Whether an instance is wanted.</summary>
    internal bool Matches(Instance instance) =>
        _names.Matches(instance.InstanceName)
        && (imageIds is null || imageIds.Contains(instance.ImageId, StringComparer.Ordinal));
}
