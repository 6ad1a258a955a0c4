namespace TencentImageReplication.FaultRuns.Plans;

/// <summary>The network of a schedule.</summary>
/// <param name="Seed">The seed of its latencies.</param>
/// <param name="Latency">The minimum and maximum time of a request in transit.</param>
/// <param name="Outages">The outages.</param>
internal sealed record NetworkConditions(int Seed, (TimeSpan Least, TimeSpan Most) Latency, IReadOnlyList<Outage> Outages);
