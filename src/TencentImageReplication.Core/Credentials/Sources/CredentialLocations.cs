using System.Runtime.InteropServices;

namespace TencentImageReplication.Core.Credentials.Sources;

/// <summary>The places on a machine to look for credentials.</summary>
public sealed record CredentialLocations
{
    /// <summary>The places of this machine and user.</summary>
    public static CredentialLocations OfThisMachine => new()
    {
        Environment = System.Environment.GetEnvironmentVariable,
        Home = System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile),
        // On Windows any user can create a folder in the root of a drive, so a file there must not be trusted.
        SystemFile = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? null : "/etc/tencentcloud/credentials",
    };

    /// <summary>Reads an environment variable; null if it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The user's folder; empty if there is none.</summary>
    public required string Home { get; init; }

    /// <summary>The credentials file of the machine; null if there is no safe place for one.</summary>
    public string? SystemFile { get; init; }
}
