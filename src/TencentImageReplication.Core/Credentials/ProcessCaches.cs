using System.Collections.Concurrent;
using TencentImageReplication.Core.Credentials.Roles;
using TencentImageReplication.Core.Transport.RateLimiting;

namespace TencentImageReplication.Core.Credentials;

/// <summary>The state that all connections of a process share.</summary>
/// <param name="time">The clock.</param>
public sealed class ProcessCaches(TimeProvider time)
{
    /// <summary>The caches of this process.</summary>
    public static ProcessCaches OfThisProcess { get; } = new(TimeProvider.System);

    /// <summary>The clock.</summary>
    internal TimeProvider Time => time;

    /// <summary>The rate limiters, since the service counts the requests of an account and not those of a connection.</summary>
    internal ActionLimiters Limiters { get; } = new(time);

    /// <summary>The CVM roles, since each command that connects by itself would request credentials again, and all at once.</summary>
    internal ConcurrentDictionary<(Uri Metadata, string Role), CvmRoleSource> CvmRoles { get; } = new();

    /// <summary>The roles that are assumed, by the host and the credentials that assume them.</summary>
    internal ConcurrentDictionary<(string Host, string Key, AssumedRole Role), AssumedRoleSource> AssumedRoles { get; } = new();

    /// <summary>The files that a warning was written for, since each command that connects by itself would repeat it.</summary>
    internal ConcurrentDictionary<string, bool> WarnedFiles { get; } = new(StringComparer.Ordinal);
}
