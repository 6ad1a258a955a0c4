namespace TencentImageReplication.FaultRuns.Plans;

/// <summary>The requests of one process. A process that is gone sends nothing more, and gets no response.</summary>
internal sealed class PlanProcess(HttpMessageHandler network, CancellationToken end) : DelegatingHandler(network)
{
    /// <summary>True when the process is gone.</summary>
    public bool IsGone { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await StopIfGoneAsync();
        var response = await base.SendAsync(request, cancellationToken);
        await StopIfGoneAsync();
        return response;
    }

    private Task StopIfGoneAsync() => IsGone ? Task.Delay(Timeout.Infinite, end) : Task.CompletedTask;
}
