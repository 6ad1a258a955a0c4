using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Transport.Calls;

/// <summary>Writes the requests of an action, and reads its responses, with the code that the compiler generates.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
/// <param name="requestType">Gets the generated code for the request. Called on use: a call needs the code of one action, not of all.</param>
/// <param name="responseType">Gets the generated code for the response.</param>
public sealed class ActionFormat<TRequest, TResponse>(
    Func<JsonTypeInfo<TRequest>> requestType, Func<JsonTypeInfo<TResponse>> responseType)
    where TRequest : class
    where TResponse : class
{
    /// <summary>Writes a request, without the properties that are null.</summary>
    public void Write(Utf8JsonWriter writer, TRequest request) => JsonSerializer.Serialize(writer, request, requestType());

    /// <summary>Reads a response. A value that does not have the documented type, and cannot be converted to it, is null.</summary>
    /// <param name="response">The object <c>Response</c>. Must be a JSON object.</param>
    public TResponse Read(JsonElement response)
    {
        var type = responseType();
        var sanitized = ResponseSanitizer.Rewrite(response, ResponseShape.Of(type));
        return JsonSerializer.Deserialize(sanitized.Span, type)!;
    }
}
