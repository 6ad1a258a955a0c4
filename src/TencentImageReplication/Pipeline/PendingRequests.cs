using System.Collections.Concurrent;

namespace TencentImageReplication.Pipeline;

/// <summary>The requests of a command that may have been sent and whose result has not been written, for the warning when it ends early.</summary>
internal sealed class PendingRequests
{
    private readonly ConcurrentDictionary<object, string> _requests = new();

    /// <summary>The descriptions of the requests.</summary>
    internal IReadOnlyList<string> Texts => [.. _requests.Values.OrderBy(text => text, StringComparer.Ordinal)];

    /// <summary>Adds a request, or changes its description.</summary>
    internal void Add(object request, string text) => _requests[request] = text;

    /// <summary>Removes a request whose result is written.</summary>
    internal void Remove(object request) => _requests.TryRemove(request, out _);
}
