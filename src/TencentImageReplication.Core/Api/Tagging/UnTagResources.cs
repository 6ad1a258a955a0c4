using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Tagging;

/// <summary>UnTagResources of the tag service, version 2018-08-13: removes tags from resources of any service.</summary>
/// <remarks>Safe to retry: the service accepts a key that a resource does not have.</remarks>
public sealed class UnTagResources : ApiAction<UnTagResourcesRequest, TagResourcesResponse>
{
    private UnTagResources()
        : base(
            "tag", "2018-08-13", nameof(UnTagResources),
            requestsPerSecond: 20, RetrySafety.Always, needsRegion: false,
            clientTokenOf: null, secretsOf: null, isDryRun: null)
    {
    }

    /// <summary>The action.</summary>
    public static UnTagResources Action { get; } = new();
}

/// <summary>The resources, and the keys of the tags to remove.</summary>
public sealed record UnTagResourcesRequest
{
    /// <summary>The resources, as <c>qcs::cvm:ap-beijing:uin/100000000001:image/img-6pmnl3ik</c>.</summary>
    public required IReadOnlyList<string> ResourceList { get; init; }

    /// <summary>The keys.</summary>
    public required IReadOnlyList<string> TagKeys { get; init; }
}
