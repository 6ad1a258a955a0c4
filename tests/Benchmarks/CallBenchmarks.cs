using System.Net;
using System.Net.Http.Headers;
using BenchmarkDotNet.Attributes;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Transport;

namespace TencentImageReplication.Benchmarks;

/// <summary>What a list of images costs beside its bare bytes: request, signature, limiter, retry, reading. Nothing is sent.</summary>
[MemoryDiagnoser]
public class CallBenchmarks
{
    private byte[] _page = [];
    private CvmClient _client = null!;

    [Params(1, 100, 10_000)]
    public int Images { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _page = Answers.Page(Math.Min(Images, Answers.PageSize), Images);
        _client = new CvmClient(new TencentCloudConnection(new TencentCloudConnectionOptions
        {
            Credentials = new StaticCredentialSource(new TencentCredential("AKIDbenchmark00000", "benchmark"), "a benchmark"),
            Handler = new CannedHandler(_page),
            // Time that stands still would let nothing through the limiter: this one runs ahead.
            TimeProvider = new HastyTimeProvider(),
        }));
    }

    [Benchmark(Baseline = true)]
    public int ReadingAlone()
    {
        var read = 0;
        for (var page = 0; page < Math.Max(1, Images / Answers.PageSize); page++)
            read += Answers.Bare(_page);
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

    private sealed class CannedHandler(byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }

    private sealed class HastyTimeProvider : TimeProvider
    {
        private long _ticks;

        public override long GetTimestamp() => Interlocked.Add(ref _ticks, TimeSpan.TicksPerSecond);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
