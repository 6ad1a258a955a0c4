namespace TencentImageReplication.FaultRuns;

/// <summary>Copies requests: the sender disposes of its request when it gives up, but the service can still be reading it.</summary>
internal static class RequestCopy
{
    public static async Task<HttpRequestMessage> CreateAsync(HttpRequestMessage request)
    {
        var body = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync());
        body.Headers.ContentType = request.Content.Headers.ContentType;
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = body };
        foreach (var header in request.Headers)
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return copy;
    }
}
