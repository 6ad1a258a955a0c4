using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace TencentImageReplication.Core.Tests.Support;

/// <summary>Plays the service: answers by a script, and remembers what was sent.</summary>
internal sealed class StubHandler : HttpMessageHandler
{
    private readonly Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> _answer;

    public StubHandler(Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> answer) => _answer = answer;

    public StubHandler(params Func<HttpResponseMessage>[] answers)
    {
        var left = new ConcurrentQueue<Func<HttpResponseMessage>>(answers);
        _answer = (_, _) => left.TryDequeue(out var next)
            ? Task.FromResult(next())
            : throw new InvalidOperationException("More requests came than the script has answers for.");
    }

    public ConcurrentQueue<SentRequest> Sent { get; } = new();

    public static StubHandler Always(Func<HttpResponseMessage> answer) => new((_, _) => Task.FromResult(answer()));

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Ok(string fields = "") =>
        Json("{\"Response\":{" + fields + (fields.Length > 0 ? "," : "") + "\"RequestId\":\"req-1\"}}");

    public static HttpResponseMessage Error(string code, string message = "Refused.") =>
        Json($$$"""{"Response":{"RequestId":"req-e","Error":{"Code":"{{{code}}}","Message":"{{{message}}}" } } }""");

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = await SentRequest.FromAsync(request);
        Sent.Enqueue(sent);
        return await _answer(sent, cancellationToken);
    }
}
