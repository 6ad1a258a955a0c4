using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>The result of requesting the copies of one image.</summary>
internal sealed class SyncOutcome
{
    /// <summary>The IDs of copies that this request created, by region.</summary>
    public Dictionary<string, string> Created { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Copies that appeared in the meantime and were requested by somebody else or an earlier run, by region.</summary>
    public Dictionary<string, Image> Reused { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The errors of single destinations that were not requested, or whose outcome is unknown.</summary>
    public Dictionary<string, Exception> Failures { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The time of the last request; null when there was none.</summary>
    public DateTimeOffset? RequestedAt { get; set; }

    /// <summary>The request ID of the response; null without a response.</summary>
    public string? RequestId { get; set; }

    /// <summary>The destinations without a copy whose state is certain.</summary>
    public required List<string> Missing { get; init; }

    /// <summary>The error of the missing destinations.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>Creates the error for a copy whose request may have been carried out.</summary>
    public static TencentCloudException Unknown(string region, LostResponses losses, TencentCloudException unreachable) =>
        losses.OutcomeUnknown(
            region,
            Localized.Text($"the copy to '{region}' was started", $"到“{region}”的复制是否已开始"),
            unreachable.Code,
            Localized.Text(
                "Run the command again later, without -Force. It reuses a copy that was started and does not create a second one.",
                "请稍后再次运行，不要使用 -Force：如果复制已开始，会复用该副本，不会重复复制。"));

    /// <summary>Creates the error for a copy that the response does not name.</summary>
    public static TencentCloudException NotNamed(string region, string requestId) => new(
        TencentCloudErrorKind.UnreadableResponse,
        "ClientError.NoImageIdInAnswer",
        Localized.Text(
            $"Tencent Cloud accepted the request but returned no image ID for '{region}'.",
            $"腾讯云接受了请求，但未返回“{region}”的镜像 ID。"),
        "SyncImages",
        region,
        requestId,
        mayHaveActed: true);
}
