using System.Text;
using System.Text.Json.Nodes;

namespace TencentImageReplication.Core.Tests.Support;

/// <summary>Changes the first responses of an action.</summary>
internal sealed class RewritingHandler(HttpMessageHandler inner, string action, Action<JsonObject> change, int times) : DelegatingHandler(inner)
{
    private int _left = times;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (!request.Headers.TryGetValues("X-TC-Action", out var actions) || !actions.Contains(action) || Interlocked.Decrement(ref _left) < 0)
            return response;

        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
        change(body["Response"]!.AsObject());
        response.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return response;
    }
}
