#if NET
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
#endif
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Credentials.Sources;

/// <summary>Checks if users other than the owner can read or change a file with secrets.</summary>
internal static class FilePrivacy
{
    /// <summary>Returns a warning; null if the file is private or cannot be checked.</summary>
    /// <remarks>Not checked in Windows PowerShell 5.1, where the folder of a user is private by default.</remarks>
    public static string? WarningFor(string path) => AccessOfOthers(path) switch
    {
        (true, false) => Localized.Text(
            $"Other users of this machine can read the secrets in {path}. Remove their read permission{Hint(path)}.",
            $"本机的其他用户可以读取 {path} 中的密钥。请收回其读取权限{Hint(path)}。"),
        (false, true) => Localized.Text(
            $"Other users of this machine can change {path}, and so choose the account of your commands. Remove their write permission{Hint(path)}.",
            $"本机的其他用户可以修改 {path}，从而改变命令使用的账号。请收回其写入权限{Hint(path)}。"),
        (true, true) => Localized.Text(
            $"Other users of this machine can read the secrets in {path}, and change the file. Remove their permissions{Hint(path)}.",
            $"本机的其他用户可以读取 {path} 中的密钥，也可以修改该文件。请收回其权限{Hint(path)}。"),
        _ => null,
    };

#if NET
    private static string Hint(string path) => OperatingSystem.IsWindows() ? "" : Localized.Text($": chmod 600 {path}", $"：chmod 600 {path}");

    private static (bool Read, bool Write) AccessOfOthers(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                return (GrantsEverybody(path, FileSystemRights.ReadData), GrantsEverybody(path, FileSystemRights.WriteData));
            var mode = File.GetUnixFileMode(path);
            return ((mode & ReadByOthers) != 0, (mode & WrittenByOthers) != 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            // Use the file even if its permissions cannot be read.
            return (false, false);
        }
    }

    private const UnixFileMode ReadByOthers = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode WrittenByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    [SupportedOSPlatform("windows")]
    private static bool GrantsEverybody(string path, FileSystemRights right) => new FileInfo(path).GetAccessControl(AccessControlSections.Access)
        .GetAccessRules(includeExplicit: true, includeInherited: true, typeof(SecurityIdentifier))
        .OfType<FileSystemAccessRule>()
        .Any(rule => rule.AccessControlType == AccessControlType.Allow
            && (rule.FileSystemRights & right) != 0
            && rule.IdentityReference is SecurityIdentifier who
            && (who.IsWellKnown(WellKnownSidType.WorldSid)
                || who.IsWellKnown(WellKnownSidType.AuthenticatedUserSid)
                || who.IsWellKnown(WellKnownSidType.BuiltinUsersSid)));
#else
    private static string Hint(string path) => "";

    private static (bool Read, bool Write) AccessOfOthers(string path) => (false, false);
#endif
}
