#if NET
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
#endif
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Credentials.Sources;

/// <summary>Finds out whether a file with secrets in it can be read by others than its owner.</summary>
internal static class FilePrivacy
{
    /// <summary>What to warn of; null when the file is private, or when nobody can tell.</summary>
    /// <remarks>Windows PowerShell 5.1 has no look at it: the folder of a user is private there unless somebody opens it.</remarks>
    public static string? WarningFor(string path) => IsOpen(path)
        ? Localized.Text(
            $"Other users of this machine can read the secrets in {path}. Take that right from them{Hint(path)}.",
            $"本机的其他用户可以读取 {path} 中的密钥。请收回其读取权限{Hint(path)}。")
        : null;

#if NET
    private static string Hint(string path) => OperatingSystem.IsWindows() ? "" : Localized.Text($": chmod 600 {path}", $"：chmod 600 {path}");

    private static bool IsOpen(string path)
    {
        try
        {
            return OperatingSystem.IsWindows() ? GrantsEverybody(path) : (File.GetUnixFileMode(path) & ForOthers) != 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            // Rights that cannot be read are no reason not to use the file.
            return false;
        }
    }

    private const UnixFileMode ForOthers = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    [SupportedOSPlatform("windows")]
    private static bool GrantsEverybody(string path) => new FileInfo(path).GetAccessControl(AccessControlSections.Access)
        .GetAccessRules(includeExplicit: true, includeInherited: true, typeof(SecurityIdentifier))
        .OfType<FileSystemAccessRule>()
        .Any(rule => rule.AccessControlType == AccessControlType.Allow
            && (rule.FileSystemRights & FileSystemRights.ReadData) != 0
            && rule.IdentityReference is SecurityIdentifier who
            && (who.IsWellKnown(WellKnownSidType.WorldSid)
                || who.IsWellKnown(WellKnownSidType.AuthenticatedUserSid)
                || who.IsWellKnown(WellKnownSidType.BuiltinUsersSid)));
#else
    private static string Hint(string path) => "";

    private static bool IsOpen(string path) => false;
#endif
}
