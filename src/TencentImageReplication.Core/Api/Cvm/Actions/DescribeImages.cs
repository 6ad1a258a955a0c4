using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

public static partial class CvmActions
{
    /// <summary>DescribeImages: returns images of a region.</summary>
    public static CvmAction<DescribeImagesRequest, DescribeImagesResponse> DescribeImages => new(
        nameof(DescribeImages),
        requestsPerSecond: 40,
        RetrySafety.Always);
}

/// <summary>The images to return: <see cref="ImageIds"/> or <see cref="Filters"/>, never both.</summary>
public sealed record DescribeImagesRequest
{
    /// <summary>Image IDs, at most 100. Unknown ones are missing from the response.</summary>
    public IReadOnlyList<string>? ImageIds { get; init; }

    /// <summary>
    /// At most 10 filters with 5 values each: <c>image-id</c>, <c>image-type</c>, <c>image-name</c> (fuzzy),
    /// <c>platform</c> (fuzzy), <c>tag-key</c>, <c>tag-value</c>, <c>tag:KEY</c>.
    /// </summary>
    public IReadOnlyList<Filter>? Filters { get; init; }

    /// <summary>Number of images to skip; 0 by default.</summary>
    public long? Offset { get; init; }

    /// <summary>Maximum number of images to return; 20 by default, at most 100.</summary>
    public long? Limit { get; init; }

    /// <summary>Only images that this instance type can start.</summary>
    public string? InstanceType { get; init; }
}

/// <summary>A page of images.</summary>
public sealed record DescribeImagesResponse : CvmResponse
{
    /// <summary>The images of this page.</summary>
    public IReadOnlyList<Image> ImageSet { get; init => field = value ?? []; } = [];

    /// <summary>The total number of images that match.</summary>
    public long? TotalCount { get; init; }
}
