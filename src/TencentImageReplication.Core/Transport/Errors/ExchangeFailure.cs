using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Transport.Errors;

/// <summary>Creates the error for a lost or unreadable response. Decides if the request may have been sent.</summary>
internal static class ExchangeFailure
{
    /// <summary>Checks if an exception is one that a network can cause.</summary>
    public static bool IsExpected(Exception exception) =>
        exception is HttpRequestException or IOException or WebException or SocketException or OperationCanceledException
            or ObjectDisposedException or InvalidDataException or TimeoutException;

    public static TencentCloudException TimedOut(
        ApiCall call, ServiceEndpoint endpoint, string? proxy, TimeSpan deadline, Exception cause) =>
        new(
            TencentCloudErrorKind.TimedOut,
            ClientErrorCodes.TimedOut,
            ProxyNote.Append(
                Localized.Text(
                    $"{endpoint.Host} did not complete its response to {call.Action} within {deadline.TotalSeconds:0.#} seconds.",
                    $"{deadline.TotalSeconds:0.#} 秒内未收到 {endpoint.Host} 对 {call.Action} 的完整响应。"),
                proxy),
            call.Action,
            call.Region,
            mayHaveActed: true,
            innerException: cause);

    public static TencentCloudException Lost(
        ApiCall call, ServiceEndpoint endpoint, string? proxy, bool responded, int maxResponseBytes, Exception cause)
    {
        if (cause is ResponseTooLargeException)
        {
            return Failure(
                TencentCloudErrorKind.ResponseTooLarge,
                ClientErrorCodes.ResponseTooLarge,
                Localized.Text(
                    $"The response of {endpoint.Host} to {call.Action} has more than {maxResponseBytes} bytes and was not read. "
                        + "Request fewer items at a time.",
                    $"{endpoint.Host} 对 {call.Action} 的响应超过 {maxResponseBytes} 字节，未读取。请减少单次请求的数量。"),
                mayHaveActed: true);
        }

        if (responded)
        {
            return Failure(
                TencentCloudErrorKind.UnreadableResponse,
                ClientErrorCodes.UnreadableResponse,
                Localized.Text(
                    $"The response of {endpoint.Host} to {call.Action} is incomplete or damaged.",
                    $"{endpoint.Host} 对 {call.Action} 的响应不完整或已损坏。"),
                mayHaveActed: true);
        }

        if (NeverConnected(cause))
        {
            return Failure(
                TencentCloudErrorKind.ConnectionFailed,
                ClientErrorCodes.NetworkError,
                Localized.Text(
                    $"Cannot connect to {endpoint.Host} for {call.Action}: {Reason(cause)}",
                    $"调用 {call.Action} 时无法连接 {endpoint.Host}：{Reason(cause)}"),
                mayHaveActed: false);
        }

        return Failure(
            TencentCloudErrorKind.ConnectionFailed,
            ClientErrorCodes.NetworkError,
            Localized.Text(
                $"The connection to {endpoint.Host} was lost before the response to {call.Action} arrived.",
                $"未收到 {endpoint.Host} 对 {call.Action} 的响应，连接已断开。"),
            mayHaveActed: true);

        TencentCloudException Failure(TencentCloudErrorKind kind, string code, string message, bool mayHaveActed) =>
            new(kind, code, ProxyNote.Append(message, proxy), call.Action, call.Region, mayHaveActed: mayHaveActed, innerException: cause);
    }

    // Only certain cases count. In all other cases the request may have been sent.
    private static bool NeverConnected(Exception cause)
    {
        for (var exception = cause; exception is not null; exception = exception.InnerException)
        {
#if NET
            if (exception is HttpRequestException
                {
                    HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                    or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
                })
            {
                return true;
            }
#endif
            if (exception is AuthenticationException
                || exception is SocketException { SocketErrorCode: var socket } && IsConnecting(socket)
                || exception is WebException { Status: var status } && IsConnecting(status))
            {
                return true;
            }
        }

        // A time-out without our deadline is the connect time-out of the handler.
        return cause is OperationCanceledException { InnerException: TimeoutException };
    }

    private static bool IsConnecting(SocketError error) =>
        error is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData
            or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown
            or SocketError.NetworkDown or SocketError.AddressNotAvailable;

    private static bool IsConnecting(WebExceptionStatus status) =>
        status is WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure
            or WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.SecureChannelFailure
            or WebExceptionStatus.TrustFailure or WebExceptionStatus.RequestProhibitedByProxy;

    private static string Reason(Exception cause)
    {
        // System messages end with a full stop in their own language, or without one.
        var innermost = cause.GetBaseException().Message.TrimEnd().TrimEnd('.', '。');
        return innermost + Localized.Text(".", "。");
    }
}
