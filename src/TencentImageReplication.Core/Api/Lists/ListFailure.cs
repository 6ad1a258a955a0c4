using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Api.Lists;

/// <summary>Creates the errors for lists that cannot be right, so that nothing is decided on the ground of such a list.</summary>
internal static class ListFailure
{
    public static TencentCloudException Incomplete(string action, string? region, long total, long received, string? requestId = null) =>
        Failure(action, region, requestId, Localized.Text(
            $"The list is incomplete: {action} reported a total of {total}, but returned {received}.",
            $"列表不完整：{action} 返回的总数为 {total}，但只返回了 {received} 项。"));

    public static TencentCloudException Endless(string action, string? region, long received) =>
        Failure(action, region, requestId: null, Localized.Text(
            $"The list does not end: {action} still returned pages after {received} items.",
            $"列表没有结束：{action} 在返回 {received} 项之后仍有后续页。"));

    public static TencentCloudException Changing(string action, string? region) =>
        Failure(action, region, requestId: null, Localized.Text(
            $"The list changes faster than {action} can read it.",
            $"列表变化过快，{action} 无法完整读取。"));

    private static TencentCloudException Failure(string action, string? region, string? requestId, string message) =>
        new(TencentCloudErrorKind.UnreadableResponse, ClientErrorCodes.IncompleteList, message, action, region, requestId);
}
