using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Tests.Support;

/// <summary>Sends requests to a simulated cloud, and tells when its calls have come to what a test waits for.</summary>
internal sealed class WatchedHandler(SimulatedCloud cloud) : DelegatingHandler(new SimulatedCloudHandler(cloud))
{
    private readonly List<(Func<SimulatedCall, bool> Match, int Count, TaskCompletionSource Seen)> _awaited = [];

    /// <summary>Ends when so many calls have reached the service.</summary>
    internal Task CallsAsync(Func<SimulatedCall, bool> match, int count)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_awaited)
            _awaited.Add((match, count, seen));
        Look();
        return seen.Task;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The service notes a call before it answers, or before it fails to.
        var answer = base.SendAsync(request, cancellationToken);
        Look();
        return answer;
    }

    private void Look()
    {
        var calls = cloud.Calls;
        lock (_awaited)
        {
            foreach (var (match, count, seen) in _awaited)
            {
                if (calls.Count(match) >= count)
                    seen.TrySetResult();
            }
        }
    }
}
