using BenchmarkDotNet.Attributes;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Benchmarks;

/// <summary>The rules that each image and destination is held to.</summary>
[MemoryDiagnoser]
public class RuleBenchmarks
{
    [Benchmark]
    public bool CheckDestination() => RegionRules.CheckDestination("ap-guangzhou", "ap-shanghai", allowCrossBorder: false) is null;

    [Benchmark]
    public bool CheckImageId() => ImageRules.CheckId("img-6pmnl3ik") is null;

    [Benchmark]
    public bool CheckImageName() => ImageRules.CheckName("golden-web-2024") is null;
}
