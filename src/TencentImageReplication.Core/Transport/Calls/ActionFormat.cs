using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TencentImageReplication.Core.Transport.Calls;

/// <summary>How the request of an action is written, and its answer read.</summary>
/// <typeparam name="TRequest">What it is asked.</typeparam>
/// <typeparam name="TResponse">What it answers.</typeparam>
public abstract class ActionFormat<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    /// <summary>Writes a request: nothing for what was not given.</summary>
    public abstract void Write(Utf8JsonWriter writer, TRequest request);

    /// <summary>Reads an answer.</summary>
    /// <param name="response">The object <c>Response</c> of the answer.</param>
    /// <returns>Null for nothing.</returns>
    /// <exception cref="JsonException">A value is not of the documented type; its path says which.</exception>
    public abstract TResponse? Read(JsonElement response);

    /// <summary>Has what reading takes made ready on another thread, while the request is on its way.</summary>
    internal virtual void ExpectAnswer()
    {
    }
}

/// <summary>Makes formats.</summary>
internal static class ActionFormat
{
    /// <summary>The format that the compiler generated code for.</summary>
    /// <param name="requestType">How the request is written.</param>
    /// <param name="responseType">How the answer is read.</param>
    public static ActionFormat<TRequest, TResponse> Generated<TRequest, TResponse>(
        Func<JsonTypeInfo<TRequest>> requestType, Func<JsonTypeInfo<TResponse>> responseType)
        where TRequest : class
        where TResponse : class =>
        new GeneratedFormat<TRequest, TResponse>(requestType, responseType);
}
