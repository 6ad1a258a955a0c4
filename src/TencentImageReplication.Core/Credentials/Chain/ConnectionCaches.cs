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

    /// <summary>The CVM roles, because otherwise each command that connects by itself would request credentials again.</summary>
    internal ConcurrentDictionary<(Uri Metadata, string Role), CvmRoleSource> CvmRoles { get; } = new();

    /// <summary>The assumed roles, by host and credentials.</summary>
    internal ConcurrentDictionary<(string Host, string Key, AssumedRole Role), AssumedRoleSource> AssumedRoles { get; } = new();

    /// <summary>The files with a warning, because otherwise each command that connects by itself would repeat it.</summary>
    internal ConcurrentDictionary<string, bool> WarnedFiles { get; } = new(StringComparer.Ordinal);
}
