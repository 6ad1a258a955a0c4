using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Lists;

/// <summary>An action that returns a list.</summary>
/// <param name="Action">The action.</param>
/// <param name="PageOf">Returns the page of a response.</param>
/// <param name="IdOf">Returns the ID of an item.</param>
internal sealed record ListAction<TRequest, TResponse, TItem>(
    ApiAction<TRequest, TResponse> Action, Func<TResponse, ListPage<TItem>> PageOf, Func<TItem, string> IdOf)
    where TRequest : class
    where TResponse : ApiResponse;
