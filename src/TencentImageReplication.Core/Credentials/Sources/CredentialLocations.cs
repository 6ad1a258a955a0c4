using System.Runtime.InteropServices;

namespace TencentImageReplication.Core.Credentials.Sources;

/// <summary>Where on a machine credentials are looked for.</summary>
public sealed record CredentialLocations
{
    /// <summary>Those of this machine and user.</summary>
    public static CredentialLocations OfThisMachine => new()
    {
        Environment = System.Environment.GetEnvironmentVariable,
        Home = System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile),
        // On Windows anybody may make a folder in the root of a drive, and what they put there would be taken for the administrator's.
        SystemFile = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? null : "/etc/tencentcloud/credentials",
    };

    /// <summary>Reads an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The user's folder; empty when there is none.</summary>
    public required string Home { get; init; }

    /// <summary>The credentials file of the whole machine; null where there is no safe place for one.</summary>
    public string? SystemFile { get; init; }
}
