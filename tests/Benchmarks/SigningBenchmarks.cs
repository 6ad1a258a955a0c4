using BenchmarkDotNet.Attributes;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Http;
using TencentImageReplication.Core.Transport.Signing;

namespace TencentImageReplication.Benchmarks;

/// <summary>TC3-HMAC-SHA256 and the request around it.</summary>
[MemoryDiagnoser]
public class SigningBenchmarks
{
    private static readonly TencentCredential Credential = new("AKIDbenchmark00000", "benchmark");
    private static readonly EndpointResolver Endpoints = new(TencentCloudSite.China);
    private readonly DateTimeOffset _time = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);

    [Benchmark]
    public string SignedRequestOfSyncImages()
    {
        var request = new SyncImagesRequest { ImageIds = ["img-6pmnl3ik"], DestinationRegions = ["ap-shanghai", "ap-beijing"], ImageSetRequired = true };
        var call = ApiCall.Create(CvmActions.SyncImages, request, "ap-guangzhou");
        using var signed = SignedRequest.Create(call, Endpoints.Resolve("cvm", "ap-guangzhou"), Credential, _time, "en-US", "benchmark");
        return signed.RequestUri!.Host;
    }
}
