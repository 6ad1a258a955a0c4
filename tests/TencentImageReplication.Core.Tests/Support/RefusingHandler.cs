using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace TencentImageReplication.Core.Tests.Support;

/// <summary>Refuses each SyncImages request that names one destination, dry runs too.</summary>
internal sealed class RefusingHandler(HttpMessageHandler inner, string region, string code) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Headers.TryGetValues("X-TC-Action", out var actions) || !actions.Contains("SyncImages"))
            return await base.SendAsync(request, cancellationToken);

        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        if (!body["DestinationRegions"]!.AsArray().Any(destination => (string?)destination == region))
            return await base.SendAsync(request, cancellationToken);
        var response = $$$"""{"Response":{"RequestId":"req-refused","Error":{"Code":"{{{code}}}","Message":"Refused." } } }""";
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(response, Encoding.UTF8, "application/json") };
    }
}
