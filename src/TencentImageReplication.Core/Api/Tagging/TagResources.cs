using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.Tagging;

/// <summary>TagResources of the tag service, version 2018-08-13: sets tags on resources of any service.</summary>
/// <remarks>Safe to retry, because a key has one value.</remarks>
public sealed class TagResources : ApiAction<TagResourcesRequest, TagResourcesResponse>
{
    /// <summary>The maximum number of tags, and of resources, in one call.</summary>
    public const int MaxPerCall = 10;

    private TagResources()
        : base(
            "tag", "2018-08-13", nameof(TagResources),
            requestsPerSecond: 20, RetrySafety.Always, needsRegion: false,
            clientTokenOf: null, secretsOf: null, isDryRun: null)
    {
    }

    /// <summary>The action.</summary>
    public static TagResources Action { get; } = new();
}

/// <summary>The resources to tag, and the tags.</summary>
public sealed record TagResourcesRequest
{
    /// <summary>The resources, as <c>qcs::cvm:ap-beijing:uin/100000000001:image/img-6pmnl3ik</c>.</summary>
    public required IReadOnlyList<string> ResourceList { get; init; }

    /// <summary>The tags. A tag replaces the value of an existing tag with the same key.</summary>
    public required IReadOnlyList<ResourceTag> Tags { get; init; }
}

/// <summary>A tag in the format of the tag service.</summary>
/// <param name="TagKey">The key.</param>
/// <param name="TagValue">The value.</param>
public sealed record ResourceTag(string TagKey, string TagValue);

/// <summary>The resources that the service could not tag.</summary>
public sealed record TagResourcesResponse
{
    /// <summary>The resources without the new tags; all others have them.</summary>
    public IReadOnlyList<FailedResource> FailedResources { get; init => field = value ?? []; } = [];

    /// <summary>The service's ID of the request.</summary>
    public string RequestId { get; init => field = value ?? ""; } = "";
}

/// <summary>A resource that could not be tagged.</summary>
public sealed record FailedResource
{
    /// <summary>The resource.</summary>
    public string Resource { get; init => field = value ?? ""; } = "";

    /// <summary>Tencent's error code.</summary>
    public string Code { get; init => field = value ?? ""; } = "";

    /// <summary>The error message.</summary>
    [MessageText]
    public string Message { get; init => field = value ?? ""; } = "";
}
