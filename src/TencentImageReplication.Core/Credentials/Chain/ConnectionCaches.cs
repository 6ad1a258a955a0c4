using System.Collections.Concurrent;
using TencentImageReplication.Core.Credentials.Roles;
using TencentImageReplication.Core.Transport.RateLimiting;

namespace TencentImageReplication.Core.Credentials.Chain;

/// <summary>The state that all connections of a process share.</summary>
/// <param name="time">The clock.</param>
public sealed class ConnectionCaches(TimeProvider time)
{
    /// <summary>The clock.</summary>
    internal TimeProvider Time => time;

    /// <summary>The rate limiters, because the service counts the requests of an account and not those of a connection.</summary>
    internal ActionRateLimiters RateLimiters { get; } = new(time);

    /// <summary>The CVM roles by metadata service and role, because otherwise each command that connects by itself would request credentials again.</summary>
    internal ConcurrentDictionary<string, CvmRoleSource> CvmRoles { get; } = new(StringComparer.Ordinal);

    /// <summary>The assumed roles, by host and credentials.</summary>
    internal ConcurrentDictionary<AssumedRoleKey, AssumedRoleSource> AssumedRoles { get; } = new();

    /// <summary>The files with a warning, because otherwise each command that connects by itself would repeat it.</summary>
    internal ConcurrentDictionary<string, bool> WarnedFiles { get; } = new(StringComparer.Ordinal);
}

/// <summary>A role that was assumed.</summary>
/// <param name="Host">The host that it was assumed at.</param>
/// <param name="Owner">The key that it was assumed with.</param>
/// <param name="Role">The role.</param>
internal sealed record AssumedRoleKey(string Host, string Owner, AssumedRole Role);
