using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>What came of asking for the copies of one image.</summary>
internal sealed class SyncOutcome
{
    /// <summary>The IDs of copies that were made for this request, by region.</summary>
    public Dictionary<string, string> Made { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Copies that somebody else, or an earlier run, had asked for and that have appeared meanwhile, by region.</summary>
    public Dictionary<string, Image> Reused { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why single destinations were not asked for, or what became of them is not known.</summary>
    public Dictionary<string, Exception> Failures { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>When the service was asked, the last time; null when it was not.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>The request ID of the answer, where there was one.</summary>
    public string? RequestId { get; set; }

    /// <summary>The destinations of which nothing was made, and nothing is in doubt.</summary>
    public required List<string> Missing { get; init; }

    /// <summary>Why these are missing.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>The failure of a copy whose request may have been carried out or not.</summary>
    public static TencentCloudException Unknown(string region, TencentCloudException lost, TencentCloudException unreachable) => new(
        lost.Kind,
        ClientErrorCodes.OutcomeUnknown,
        Localized.Text(
            $"It is not known whether the copy to '{region}' was started: the answer to the request was lost ({lost.Code}), and it could not be "
                + $"found out since ({unreachable.Code}). "
                + "Run it again later, without -Force: a copy that was started is found then, and not made twice.",
            $"无法确定到“{region}”的复制是否已开始：请求未收到响应（{lost.Code}），之后也无法查询（{unreachable.Code}）。"
                + "请稍后再次运行，不要使用 -Force：如果复制已开始，会复用该副本，不会重复复制。"),
        lost.Action,
        region,
        lost.RequestId,
        mayHaveActed: true,
        lost);

    /// <summary>The failure of a copy that the answer does not name.</summary>
    public static TencentCloudException NotNamed(string region, string requestId) => new(
        TencentCloudErrorKind.UnreadableResponse,
        "ClientError.NoImageIdInAnswer",
        Localized.Text(
            $"The service accepted the request but named no image ID for '{region}'.",
            $"腾讯云接受了请求，但未返回“{region}”的镜像 ID。"),
        "SyncImages",
        region,
        requestId,
        mayHaveActed: true);
}
