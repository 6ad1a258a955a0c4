using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TencentImageReplication.Core.Credentials;

namespace TencentImageReplication.Core.Transport;

/// <summary>
/// Understands an answer. The service answers errors with status 200 too, so the envelope decides:
/// <c>{"Response":{"Error":{"Code","Message"},"RequestId"}}</c> or <c>{"Response":{…,"RequestId"}}</c>.
/// </summary>
internal static class AnswerReader
{
    private const int TooManyRequests = 429;

    /// <exception cref="TencentCloudException">The answer is an error, or none of the service's.</exception>
    public static TResponse Read<TResponse>(
        RawAnswer answer, ApiCall call, TencentCredential credential, JsonTypeInfo<TResponse> type, out string? requestId)
        where TResponse : class
    {
        requestId = null;
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(answer.Body);
        }
        catch (JsonException exception)
        {
            throw answer.Status == HttpStatusCode.OK
                ? Unreadable(answer, call, requestId: null, WhatItIs(answer), exception)
                : StatusFailure(answer, call);
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("Response", out var response)
                || response.ValueKind != JsonValueKind.Object)
            {
                throw answer.Status == HttpStatusCode.OK
                    ? Unreadable(answer, call, requestId: null, "JSON without a Response object")
                    : StatusFailure(answer, call);
            }

            requestId = TextOf(response, "RequestId");
            if (response.TryGetProperty("Error", out var error) && error.ValueKind == JsonValueKind.Object)
            {
                throw TextOf(error, "Code") is { Length: > 0 } code
                    ? ServiceFailure(code, error, call, credential, requestId)
                    : Unreadable(answer, call, requestId, "an error without a code");
            }

            if (answer.Status != HttpStatusCode.OK)
                throw StatusFailure(answer, call);

            try
            {
                return response.Deserialize(type)
                    ?? throw Unreadable(answer, call, requestId, "an empty Response");
            }
            catch (JsonException exception)
            {
                throw Unreadable(answer, call, requestId, $"a Response with an unexpected value at {exception.Path}", exception);
            }
        }
    }

    private static TencentCloudException ServiceFailure(
        string code, JsonElement error, ApiCall call, TencentCredential credential, string? requestId)
    {
        var kind = ErrorClassifier.Classify(code, call.Action);
        var message = MessageCleaner.Clean(TextOf(error, "Message") ?? "", credential, call.Secrets);
        return new TencentCloudException(
            kind, code, message, call.Action, call.Region, requestId, ErrorClassifier.MayHaveActed(kind));
    }

    private static TencentCloudException StatusFailure(RawAnswer answer, ApiCall call)
    {
        var status = (int)answer.Status;
        var (meaning, mayHaveActed) = status switch
        {
            TooManyRequests => ("A gateway in front of the service asks for fewer requests.", false),
            (int)HttpStatusCode.ProxyAuthenticationRequired =>
                ("The proxy wants to know who you are. Set the proxy of the system, with credentials, or go around it.", false),
            (int)HttpStatusCode.RequestTimeout =>
                ("The request was not received in time. Check the network and any proxy in between.", true),
            >= 300 and < 400 =>
                ("The service never redirects: a log-in page of the network or a proxy is in between, or the endpoint is wrong.",
                false),
            >= 500 =>
                ("The service, or a gateway or proxy in front of it, is out of order. Try again later.", true),
            _ => ("Check the endpoint, the network and any proxy in between.", false),
        };
        return new TencentCloudException(
            status == TooManyRequests ? TencentCloudErrorKind.Throttled : TencentCloudErrorKind.HttpStatus,
            ClientErrorCodes.HttpStatusCodeError,
            $"{answer.Host} answered {call.Action} with HTTP status {status}. {meaning}",
            call.Action,
            call.Region,
            mayHaveActed: mayHaveActed);
    }

    private static TencentCloudException Unreadable(
        RawAnswer answer, ApiCall call, string? requestId, string what, JsonException? cause = null) =>
        new(
            TencentCloudErrorKind.UnreadableAnswer,
            ClientErrorCodes.UnreadableAnswer,
            $"{answer.Host} answered {call.Action} with {what}, not with an answer of the service. "
                + "Check the endpoint, and whether a proxy or a log-in page of the network is in between.",
            call.Action,
            call.Region,
            requestId,
            mayHaveActed: true,
            cause);

    private static string WhatItIs(RawAnswer answer) =>
        answer.Body.IsEmpty ? "nothing"
        : answer.ContentType is "text/html" || answer.Body.Span[0] == '<' ? "an HTML page"
        : "text that is no JSON, or only the start of it";

    private static string? TextOf(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
