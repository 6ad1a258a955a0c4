using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Tagging;

/// <summary>GetResources of the tag service, version 2018-08-13: lists resources of all regions and services by their tags.</summary>
public sealed class GetResources : ApiAction<GetResourcesRequest, GetResourcesResponse>
{
    /// <summary>The maximum number of resources on a page.</summary>
    public const int PageSize = 200;

    private GetResources()
        : base(
            "tag", "2018-08-13", nameof(GetResources),
            requestsPerSecond: 20, RetrySafety.Always, needsRegion: false,
            clientTokenOf: null, secretsOf: null, isDryRun: null)
    {
    }

    /// <summary>The action.</summary>
    public static GetResources Action { get; } = new();
}

/// <summary>The tags of the wanted resources, and the page.</summary>
public sealed record GetResourcesRequest
{
    /// <summary>The filters. A resource fits when it fits all of them.</summary>
    public required IReadOnlyList<TagFilter> TagFilters { get; init; }

    /// <summary>The token of the page, from the response before; null for the first page.</summary>
    public string? PaginationToken { get; init; }

    /// <summary>The maximum number of resources on the page.</summary>
    public int MaxResults { get; init; } = GetResources.PageSize;
}

/// <summary>A filter by tag.</summary>
/// <param name="TagKey">The key.</param>
public sealed record TagFilter(string TagKey);

/// <summary>A page of resources.</summary>
public sealed record GetResourcesResponse
{
    /// <summary>The token of the next page; empty at the end.</summary>
    public string PaginationToken { get; init => field = value ?? ""; } = "";

    /// <summary>The resources with their tags.</summary>
    public IReadOnlyList<TaggedResource> ResourceTagMappingList { get; init => field = value ?? []; } = [];

    /// <summary>The service's ID of the request.</summary>
    public string RequestId { get; init => field = value ?? ""; } = "";
}

/// <summary>A resource with its tags.</summary>
public sealed record TaggedResource
{
    /// <summary>The resource, as <c>qcs::cvm:ap-beijing:uin/100000000001:image/img-6pmnl3ik</c>.</summary>
    public string Resource { get; init => field = value ?? ""; } = "";
}
