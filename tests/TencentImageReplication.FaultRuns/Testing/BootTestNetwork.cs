using System.Text.Json;
using TencentImageReplication.Simulator;

namespace TencentImageReplication.FaultRuns.Testing;

/// <summary>The network of one process. A request in transit arrives even when the process is gone, which sends nothing more.</summary>
internal sealed class BootTestNetwork(SimulatedCloud cloud, BootTestSchedule schedule, int number, VirtualClock clock, CancellationToken end) : HttpMessageHandler
{
    private static readonly string[] Reads = ["Describe", "Get", "Inquiry"];

    private readonly HttpMessageInvoker _service = new(new SimulatedCloudHandler(cloud));
    private readonly Dice _dice = new(schedule.Seed ^ (0x5EED + number));

    /// <summary>True when the process is gone.</summary>
    public bool IsGone { get; set; }

    /// <summary>Called for each request that changes something, before and after the service acts.</summary>
    public Action<string, JsonElement, bool>? OnChange { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return IsGone ? NeverAsync() : ServeAsync(request).WaitAsync(cancellationToken);
    }

    private async Task<HttpResponseMessage> ServeAsync(HttpRequestMessage request)
    {
        var own = await RequestCopy.CreateAsync(request);
        await Task.Delay(_dice.Between(schedule.Latency.Least, schedule.Latency.Most), clock, end);
        var action = own.Headers.GetValues("X-TC-Action").First();
        if (Reads.Any(read => action.StartsWith(read, StringComparison.Ordinal)))
            return await DeliverAsync(_service.SendAsync(own, end));
        using var body = JsonDocument.Parse(await own.Content!.ReadAsByteArrayAsync(end));
        OnChange?.Invoke(action, body.RootElement, false);
        var answer = _service.SendAsync(own, end);
        OnChange?.Invoke(action, body.RootElement, true);
        return await DeliverAsync(answer);
    }

    private async Task<HttpResponseMessage> DeliverAsync(Task<HttpResponseMessage> answer)
    {
        var response = await answer;
        return IsGone ? await NeverAsync() : response;
    }

    private async Task<HttpResponseMessage> NeverAsync()
    {
        await Task.Delay(Timeout.Infinite, end);
        throw new InvalidOperationException("A process that is gone got a response.");
    }
}
