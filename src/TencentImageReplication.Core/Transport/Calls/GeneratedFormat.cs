using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TencentImageReplication.Core.Transport.Calls;

/// <summary>The format of an action as the compiler generated it from its types.</summary>
/// <remarks>
/// Types are asked for when they are used: to have one means to have looked at all properties of it, and a call needs two.
/// </remarks>
internal sealed class GeneratedFormat<TRequest, TResponse>(
    Func<JsonTypeInfo<TRequest>> requestType, Func<JsonTypeInfo<TResponse>> responseType) : ActionFormat<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    private readonly Lazy<Task<JsonTypeInfo<TResponse>>> _responseType = new(() => Task.Run(responseType));

    public override void Write(Utf8JsonWriter writer, TRequest request) => JsonSerializer.Serialize(writer, request, requestType());

    // Waits where the type is still being made ready: for a few milliseconds, once for an action.
    public override TResponse? Read(JsonElement response) => response.Deserialize(_responseType.Value.GetAwaiter().GetResult());

    internal override void ExpectAnswer() => _ = _responseType.Value;
}
