using System.Net.Sockets;
using System.Text.Json;
using TencentImageReplication.Simulator;

namespace TencentImageReplication.FaultRuns;

/// <summary>
/// The network between the process of the administrator and the service. A request in transit arrives even when its process no
/// longer waits for the response or has ended.
/// </summary>
internal sealed class Network : HttpMessageHandler
{
    private readonly HttpMessageInvoker _service;
    private readonly Schedule _schedule;
    private readonly VirtualClock _clock;
    private readonly Dice _dice;
    private readonly CancellationToken _end;

    private readonly ResponseDamage _damage;

    public Network(SimulatedCloud cloud, Schedule schedule, VirtualClock clock, CancellationToken end)
    {
        _damage = new ResponseDamage(schedule);
        _service = new HttpMessageInvoker(new SimulatedCloudHandler(cloud));
        (_schedule, _clock, _end) = (schedule, clock, end);
        _dice = new Dice(schedule.Seed ^ 0x5EED);
    }

    /// <summary>True when outages and delays have ended.</summary>
    public bool IsMended { get; set; }

    /// <summary>Called for each SyncImages request, before and after the service acts.</summary>
    public Action<bool>? OnCopyCall { get; set; }

    /// <summary>Called for each RunInstances request, before and after the service acts.</summary>
    public Action<bool>? OnLaunchCall { get; set; }

    /// <summary>The damaged responses.</summary>
    public ResponseDamage Damage => _damage;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ServeAsync(request).WaitAsync(cancellationToken);
    }

    private async Task<HttpResponseMessage> ServeAsync(HttpRequestMessage request)
    {
        var own = await RequestCopy.CreateAsync(request);
        var region = own.Headers.TryGetValues("X-TC-Region", out var values) ? values.First() : "";
        var action = own.Headers.GetValues("X-TC-Action").First();
        var onCall = action == "SyncImages" ? OnCopyCall : action == "RunInstances" ? OnLaunchCall : null;
        if (!IsMended)
        {
            var latency = _dice.Between(_schedule.Latency.Least, _schedule.Latency.Most);
            if (latency > TimeSpan.Zero)
                await Task.Delay(latency, _clock, _end);
            if (_schedule.Responses.Slow is { } slow && string.Equals(slow.Region, region, StringComparison.OrdinalIgnoreCase))
                await Task.Delay(_dice.Between(slow.Least, slow.Most), _clock, _end);
            if (_schedule.Outages.FirstOrDefault(outage => outage.Strikes(region, _clock.Elapsed)) is { } outage)
            {
                if (outage.IsSilent)
                    await Task.Delay(Timeout.Infinite, _end);
                throw new HttpRequestException(
                    HttpRequestError.ConnectionError, "down", new SocketException((int)SocketError.ConnectionRefused));
            }
        }

        onCall?.Invoke(false);
        var answer = _service.SendAsync(own, _end);
        onCall?.Invoke(true);
        var response = await answer;
        await _damage.ApplyAsync(action, region, action == "SyncImages" ? await SourceOfAsync(own) : null, response, IsMended, _clock.GetUtcNow());
        return response;
    }

    private static async Task<string?> SourceOfAsync(HttpRequestMessage request)
    {
        using var body = JsonDocument.Parse(await request.Content!.ReadAsByteArrayAsync());
        return body.RootElement.GetProperty("ImageIds")[0].GetString();
    }
}
