using System.Collections.Concurrent;
using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Lookup;

/// <summary>The cached lists of an account, kept between lookups.</summary>
public sealed class LookupMemory(CvmClient client, AutoScalingClient autoScaling, TimeProvider timeProvider, EngineThreads threads)
{
    private readonly ConcurrentDictionary<Type, object> _caches = new();

    internal CvmClient Client => client;

    internal AutoScalingClient AutoScaling => autoScaling;

    internal TimeProvider Time => timeProvider;

    internal EngineThreads Threads => threads;

    /// <summary>Returns the cached lists of one type of items. No two kinds of lists have items of the same type.</summary>
    internal LookupCache<T> Of<T>() => (LookupCache<T>)_caches.GetOrAdd(typeof(T), _ => new LookupCache<T>(timeProvider));
}
