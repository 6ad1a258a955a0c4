using System.Net;
using System.Text.Json;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Transport.Http;

/// <summary>
/// Parses a response. The service returns errors with status 200 too, so the envelope decides:
/// <c>{"Response":{"Error":{"Code","Message"},"RequestId"}}</c> or <c>{"Response":{…,"RequestId"}}</c>.
/// </summary>
internal static class ResponseReader
{
    private const int TooManyRequests = 429;

    /// <exception cref="TencentCloudException">The response is an error, or not a response of the API.</exception>
    public static TResponse Read<TResponse>(RawResponse raw, ApiCall call, TencentCredential credential, out string? requestId)
        where TResponse : class
    {
        requestId = null;
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(JsonRepair.Repair(raw.Body));
        }
        catch (JsonException exception)
        {
            throw raw.Status == HttpStatusCode.OK
                ? Unreadable(raw, call, requestId: null, WhatItIs(raw), exception)
                : StatusFailure(raw, call);
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("Response", out var response)
                || response.ValueKind != JsonValueKind.Object)
            {
                throw raw.Status == HttpStatusCode.OK
                    ? Unreadable(raw, call, requestId: null, Localized.Text(
                        "JSON without a Response object",
                        "没有 Response 对象的 JSON"))
                    : StatusFailure(raw, call);
            }

            requestId = TextOf(response, "RequestId");
            if (response.TryGetProperty("Error", out var error) && error.ValueKind != JsonValueKind.Null)
            {
                throw TextOf(error, "Code") is { Length: > 0 } code
                    ? ServiceFailure(raw, code, error, call, credential, requestId)
                    : Unreadable(raw, call, requestId, Localized.Text("an error without a code", "没有错误码的错误"));
            }

            if (raw.Status != HttpStatusCode.OK)
                throw StatusFailure(raw, call);

            return ModelReader.Read<TResponse>(response);
        }
    }

    private static TencentCloudException ServiceFailure(
        RawResponse raw, string code, JsonElement error, ApiCall call, TencentCredential credential, string? requestId)
    {
        var kind = ErrorClassifier.Classify(code, call.Action);
        var message = error.TryGetProperty("Message", out var text) ? ServiceValue.Text(text) : null;
        return new TencentCloudException(
            kind, code, MessageCleaner.Clean(message ?? "", credential, call.Secrets), call.Action, call.Region, requestId,
            ErrorClassifier.MayHaveActed(kind))
        {
            RetryAfter = raw.RetryAfter,
        };
    }

    // Only an error of the API says that the call did nothing. Any other status may come from a gateway after the call has acted,
    // except 429, by which a gateway refuses to forward the call.
    private static TencentCloudException StatusFailure(RawResponse raw, ApiCall call)
    {
        var status = (int)raw.Status;
        var isThrottled = status == TooManyRequests;
        var meaning = status switch
        {
            TooManyRequests => Localized.Text("A gateway in front of the service rejects the request rate.", "腾讯云前端的网关要求减少请求。"),
            (int)HttpStatusCode.ProxyAuthenticationRequired => Localized.Text(
                "Proxy authentication is required. Set the system proxy with credentials, or bypass the proxy.",
                "代理需要身份验证。请设置系统代理及其登录凭据，或绕过代理。"),
            (int)HttpStatusCode.RequestTimeout => Localized.Text(
                "The request did not arrive in time.", "请求未及时送达。"),
            >= 300 and < 400 => Localized.Text(
                "The service never redirects. A log-in page of the network or a proxy intercepts the request, or the endpoint is wrong.",
                "腾讯云不会重定向请求：可能有网络登录页面或代理，或者接入点有误。"),
            >= 500 => Localized.Text(
                "The service, or a gateway or proxy in front of it, has a failure. Try again later.",
                "腾讯云或其前端的网关、代理出现故障。请稍后重试。"),
            _ => Localized.Text("Something other than the service may have responded.", "该响应可能不是来自腾讯云。"),
        };
        return new TencentCloudException(
            isThrottled ? TencentCloudErrorKind.Throttled : TencentCloudErrorKind.HttpStatus,
            ClientErrorCodes.HttpStatusCodeError,
            ProxyNote.Append(
                Localized.Text(
                    $"{raw.Host} responded to {call.Action} with HTTP status {status}. {meaning}",
                    $"{raw.Host} 对 {call.Action} 返回了 HTTP 状态码 {status}。{meaning}"),
                raw.Proxy),
            call.Action,
            call.Region,
            mayHaveActed: !isThrottled)
        {
            IsTemporary = status is (int)HttpStatusCode.RequestTimeout or >= 500,
            RetryAfter = raw.RetryAfter,
        };
    }

    private static TencentCloudException Unreadable(
        RawResponse raw, ApiCall call, string? requestId, string what, JsonException? cause = null) =>
        new(
            TencentCloudErrorKind.UnreadableResponse,
            ClientErrorCodes.UnreadableResponse,
            ProxyNote.Append(
                Localized.Text(
                    $"{raw.Host} responded to {call.Action} with {what}, not with a response of the API. "
                        + "Check the endpoint, and check that no proxy or log-in page of the network intercepts the request.",
                    $"{raw.Host} 对 {call.Action} 返回了{what}，不是腾讯云的响应。"
                        + "请检查接入点，以及是否有代理或网络登录页面。"),
                raw.Proxy),
            call.Action,
            call.Region,
            requestId,
            mayHaveActed: true,
            cause);

    private static string WhatItIs(RawResponse raw) =>
        raw.Body.IsEmpty ? Localized.Text("an empty body", "空内容")
        : raw.ContentType is "text/html" || raw.Body.Span[0] == '<' ? Localized.Text("an HTML page", "一个 HTML 页面")
        : Localized.Text("text that is not JSON, or incomplete JSON", "非 JSON 文本或不完整的 JSON");

    private static string? TextOf(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && ServiceValue.Text(value) is { } text
            ? ServiceText.Identifier(text)
            : null;
}
