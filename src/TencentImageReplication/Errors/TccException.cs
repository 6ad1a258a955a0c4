using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Text;

namespace TencentImageReplication;

/// <summary>A failed request to Tencent Cloud.</summary>
public sealed class TccException : Exception, IAdvisedException
{
    internal TccException(TencentCloudException failure, string recommendedAction)
        : base(Messages.ServiceFailure(failure.Message, failure.Code, failure.Action, failure.Region, failure.RequestId), failure)
    {
        Code = failure.Code;
        RequestId = failure.RequestId;
        Action = failure.Action;
        Region = failure.Region;
        RecommendedAction = recommendedAction;
    }

    /// <summary>Tencent's error code, such as <c>InvalidImageId.NotFound</c>, or one beginning with <c>ClientError.</c></summary>
    public string Code { get; }

    /// <summary>Tencent's ID of the request, for its support; null if no response was read.</summary>
    public string? RequestId { get; }

    /// <summary>The action of the request, such as <c>SyncImages</c>.</summary>
    public string Action { get; }

    /// <summary>The region of the request; null for an action without a region.</summary>
    public string? Region { get; }

    /// <inheritdoc/>
    public string? RecommendedAction { get; }
}
