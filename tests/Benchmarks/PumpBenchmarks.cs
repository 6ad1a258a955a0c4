using BenchmarkDotNet.Attributes;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Pipeline;

namespace TencentImageReplication.Benchmarks;

/// <summary>The way of a row from a worker to the pipeline thread.</summary>
[MemoryDiagnoser]
public class PumpBenchmarks
{
    private const int Rows = 10_000;

    [Benchmark(OperationsPerInvoke = Rows)]
    public int PostAndPump()
    {
        var pump = new PipelinePump();
        var written = 0;
        pump.PumpUntil(Task.Run(() =>
        {
            for (var row = 0; row < Rows; row++)
                pump.Post(() => written++);
        }), EngineThreads.Pool);
        return written;
    }
}
