using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>The end of requesting the copies of one image. Each destination with a result has been reported before.</summary>
/// <param name="Missing">The destinations without a copy whose state is certain.</param>
/// <param name="Refusal">The error of the missing destinations; null when there are none.</param>
internal sealed record SyncOutcome(IReadOnlyList<string> Missing, Exception? Refusal)
{
    /// <summary>Creates the error for a copy whose request may have been carried out.</summary>
    public static TencentCloudException Unknown(string region, LostResponses losses, TencentCloudException unreachable) =>
        losses.OutcomeUnknown(
            region,
            Localized.Text($"the copy to '{region}' was started", $"到“{region}”的复制是否已开始"),
            unreachable.Code,
            Localized.Text(
                "Run the command again later, without -Force. It reuses a copy that was started and does not create a second one.",
                "请稍后再次运行，不要使用 -Force：如果复制已开始，会复用该副本，不会重复复制。"));

    /// <summary>Creates the error for copies that a response does not name, or not beyond doubt.</summary>
    public static TencentCloudException NotNamed(string sourceRegion, IEnumerable<string> regions, string requestId) => new(
        TencentCloudErrorKind.UnreadableResponse,
        "ClientError.NoImageIdInAnswer",
        Localized.Text(
            $"Tencent Cloud accepted the request but returned no valid image ID for {Localized.List(regions)}.",
            $"腾讯云接受了请求，但未返回 {Localized.List(regions)} 的有效镜像 ID。"),
        nameof(CvmActions.SyncImages),
        sourceRegion,
        requestId,
        mayHaveActed: true);
}

/// <summary>Receives the result for each destination as soon as it is known.</summary>
/// <param name="Claim">Claims an image as a copy of this run; false if it is claimed, or existed before.</param>
/// <param name="Created">Receives a copy that this run requested.</param>
/// <param name="Reused">Receives a copy that somebody else or an earlier run requested.</param>
/// <param name="Failed">Receives the error of a destination that was not requested, or whose outcome is unknown.</param>
internal sealed record SyncReport(
    Func<string, string, bool> Claim, Action<RequestedCopy> Created, Action<string, Image> Reused, Action<string, Exception> Failed);

/// <summary>A copy that this run requested.</summary>
/// <param name="Region">The destination.</param>
/// <param name="ImageId">The copy.</param>
/// <param name="RequestedAt">The time of the request.</param>
/// <param name="RequestId">The ID of the request; null when its response was lost.</param>
internal sealed record RequestedCopy(string Region, string ImageId, DateTimeOffset? RequestedAt, string? RequestId);
