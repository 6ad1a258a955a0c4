using System.Text.Json.Serialization;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Tagging;

/// <summary>TagResources of the tag service, version 2018-08-13: puts tags on resources of any service.</summary>
/// <remarks>Repeating it leaves the same behind: a key has one value.</remarks>
public sealed class TagResources : ApiAction<TagResourcesRequest, TagResourcesResponse>
{
    /// <summary>The most tags, and the most resources, that one call takes.</summary>
    public const int MostInOneCall = 10;

    private TagResources()
        : base(
            "tag", "2018-08-13", nameof(TagResources),
            new(
                static () => TagJsonContext.Default.TagResourcesRequest,
                static () => TagJsonContext.Default.TagResourcesResponse),
            requestsPerSecond: 20, RetrySafety.Always, clientTokenOf: null, secretsOf: null, isTrial: null)
    {
    }

    /// <summary>The action.</summary>
    public static TagResources Action { get; } = new();
}

/// <summary>What to tag, and how.</summary>
public sealed record TagResourcesRequest
{
    /// <summary>The resources, as <c>qcs::cvm:ap-beijing:uin/100000000001:image/img-6pmnl3ik</c>.</summary>
    public required IReadOnlyList<string> ResourceList { get; init; }

    /// <summary>The tags. One whose key is on a resource already replaces its value.</summary>
    public required IReadOnlyList<ResourceTag> Tags { get; init; }
}

/// <summary>A tag, as the tag service writes it.</summary>
/// <param name="TagKey">The key.</param>
/// <param name="TagValue">The value.</param>
public sealed record ResourceTag(string TagKey, string TagValue);

/// <summary>What could not be tagged.</summary>
public sealed record TagResourcesResponse
{
    /// <summary>The resources that have not got the tags; all others have.</summary>
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

    /// <summary>What went wrong.</summary>
    public string Message { get; init => field = value ?? ""; } = "";
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TagResourcesRequest))]
[JsonSerializable(typeof(TagResourcesResponse))]
internal sealed partial class TagJsonContext : JsonSerializerContext;
