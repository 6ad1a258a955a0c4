using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Lookup;

/// <summary>The cached lists of an account, kept between lookups.</summary>
public sealed class LookupMemory(CvmClient client, TimeProvider timeProvider, EngineThreads threads)
{
    internal CvmClient Client => client;

    internal TimeProvider Time => timeProvider;

    internal EngineThreads Threads => threads;

    internal LookupCache<Image> Images { get; } = new(timeProvider);

    internal LookupCache<Instance> Instances { get; } = new(timeProvider);

    internal LookupCache<ZoneInfo> Zones { get; } = new(timeProvider);

    internal LookupCache<SharePermission> Shares { get; } = new(timeProvider);

    internal LookupCache<InstanceTypeQuotaItem> InstanceTypes { get; } = new(timeProvider);
}
