using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Transport;

namespace TencentImageReplication.Benchmarks;

/// <summary>What a list of images costs beside its bare bytes: request, signature, limiter, retry, reading. Nothing is sent.</summary>
[MemoryDiagnoser]
public class CallBenchmarks
{
    private Dictionary<long, byte[]> _pages = [];
    private CvmClient _client = null!;

    [Params(1, 100, 10_000)]
    public int Images { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        // Each page begins with the last image of the page before it.
        _pages = new() { [0] = Answers.Page(0, Images) };
        for (var offset = Answers.PageSize - 1; offset < Images - 1; offset += Answers.PageSize - 1)
            _pages.Add(offset, Answers.Page(offset, Images));
        _client = new CvmClient(new TencentCloudConnection(new TencentCloudConnectionOptions
        {
            Credentials = new StaticCredentialSource(new TencentCredential("AKIDbenchmark00000", "benchmark"), "a benchmark"),
            Handler = new CannedHandler(_pages),
            // Time that stands still would let nothing through the limiter: this one runs ahead.
            TimeProvider = new HastyTimeProvider(),
        }));
    }

    [Benchmark(Baseline = true)]
    public int ReadingAlone()
    {
        var read = 0;
        foreach (var page in _pages.Values)
            read += Answers.Bare(page);
        return read;
    }

    [Benchmark]
    public async Task<int> ListImages()
    {
        var count = 0;
        await foreach (var image in _client.ListImagesAsync("ap-guangzhou", filters: null, CancellationToken.None))
            count += image.ImageName.Length > 0 ? 1 : 0;
        return count;
    }

    private sealed class CannedHandler(IReadOnlyDictionary<long, byte[]> pages) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var sent = JsonDocument.Parse(await request.Content!.ReadAsStreamAsync(cancellationToken));
            var content = new ByteArrayContent(pages[sent.RootElement.TryGetProperty("Offset", out var offset) ? offset.GetInt64() : 0]);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
        }
    }

    private sealed class HastyTimeProvider : TimeProvider
    {
        private long _ticks;

        public override long GetTimestamp() => Interlocked.Add(ref _ticks, TimeSpan.TicksPerSecond);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
