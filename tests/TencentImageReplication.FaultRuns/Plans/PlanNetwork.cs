using System.Net.Sockets;
using System.Text.Json;
using TencentImageReplication.Simulator;

namespace TencentImageReplication.FaultRuns.Plans;

/// <summary>
/// The network between runs of the module and the service. A request in transit arrives even when its run has been killed.
/// </summary>
internal sealed class PlanNetwork(SimulatedCloud cloud, NetworkConditions conditions, VirtualClock clock, CancellationToken end) : HttpMessageHandler
{
    private static readonly string[] Reads = ["Describe", "Get", "Inquiry", "AssumeRole"];

    private readonly HttpMessageInvoker _service = new(new SimulatedCloudHandler(cloud));
    private readonly Dice _dice = new(conditions.Seed ^ 0x5EED);

    /// <summary>True when outages and delays have ended.</summary>
    public bool IsMended { get; set; }

    /// <summary>Called for each request that changes something, before and after the service acts.</summary>
    public Action<string, JsonElement, bool>? OnChange { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ServeAsync(request).WaitAsync(cancellationToken);
    }

    private async Task<HttpResponseMessage> ServeAsync(HttpRequestMessage request)
    {
        var own = await RequestCopy.CreateAsync(request);
        var region = own.Headers.TryGetValues("X-TC-Region", out var values) ? values.First() : "";
        if (!IsMended)
            await TravelAsync(region);

        var action = own.Headers.GetValues("X-TC-Action").First();
        if (Reads.Any(read => action.StartsWith(read, StringComparison.Ordinal)))
            return await _service.SendAsync(own, end);
        using var body = JsonDocument.Parse(await own.Content!.ReadAsByteArrayAsync(end));
        OnChange?.Invoke(action, body.RootElement, false);
        var answer = _service.SendAsync(own, end);
        OnChange?.Invoke(action, body.RootElement, true);
        return await answer;
    }

    private async Task TravelAsync(string region)
    {
        await Task.Delay(_dice.Between(conditions.Latency.Least, conditions.Latency.Most), clock, end);
        if (conditions.Outages.FirstOrDefault(outage => outage.Strikes(region, clock.Elapsed)) is not { } outage)
            return;
        if (outage.IsSilent)
            await Task.Delay(Timeout.Infinite, end);
        throw new HttpRequestException(HttpRequestError.ConnectionError, "down", new SocketException((int)SocketError.ConnectionRefused));
    }
}
