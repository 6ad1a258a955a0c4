using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Lookup;

/// <summary>The cached lists of an account, kept between lookups.</summary>
public sealed class LookupMemory(CvmClient client, AutoScalingClient autoScaling, TimeProvider timeProvider, EngineThreads threads)
{
    internal CvmClient Client => client;

    internal AutoScalingClient AutoScaling => autoScaling;

    internal TimeProvider Time => timeProvider;

    internal EngineThreads Threads => threads;

    internal LookupCache<Image> Images { get; } = new(timeProvider);

    internal LookupCache<Instance> Instances { get; } = new(timeProvider);

    internal LookupCache<ZoneInfo> Zones { get; } = new(timeProvider);

    internal LookupCache<SharePermission> Shares { get; } = new(timeProvider);

    internal LookupCache<InstanceTypeQuotaItem> InstanceTypes { get; } = new(timeProvider);

    internal LookupCache<LaunchTemplateInfo> LaunchTemplates { get; } = new(timeProvider);

    internal LookupCache<AutoScalingGroup> ScalingGroups { get; } = new(timeProvider);

    internal LookupCache<LaunchConfiguration> LaunchConfigurations { get; } = new(timeProvider);
}
