#if NET
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
#endif
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Credentials.Sources;

/// <summary>Checks if users other than the owner can read a file with secrets.</summary>
internal static class FilePrivacy
{
    /// <summary>Returns a warning; null if the file is private or cannot be checked.</summary>
    /// <remarks>Not checked in Windows PowerShell 5.1, where the folder of a user is private by default.</remarks>
    public static string? WarningFor(string path) => IsOpen(path)
        ? Localized.Text(
            $"Other users of this machine can read the secrets in {path}. Remove their read permission{Hint(path)}.",
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
            // Use the file even if its permissions cannot be read.
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
