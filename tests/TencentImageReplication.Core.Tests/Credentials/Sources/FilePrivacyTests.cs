using TencentImageReplication.Core.Credentials.Sources;
using TencentImageReplication.Core.Tests.Support;

namespace TencentImageReplication.Core.Tests.Credentials.Sources;

public sealed class FilePrivacyTests : IDisposable
{
    private readonly TemporaryHome _home = new();

    [Fact]
    public void A_file_that_others_can_read_is_warned_of()
    {
        var path = _home.Write("credentials", "x");
        Assert.Null(FilePrivacy.WarningFor(path));
        if (OperatingSystem.IsWindows())
            return;

        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains($"chmod 600 {path}", FilePrivacy.WarningFor(path), StringComparison.Ordinal);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.NotNull(FilePrivacy.WarningFor(path));
    }

    [Fact]
    public void A_file_that_others_can_change_is_warned_of()
    {
        if (OperatingSystem.IsWindows())
            return;
        var path = _home.Write("credentials", "x");

        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupWrite);
        Assert.Contains($"can change {path}", FilePrivacy.WarningFor(path), StringComparison.Ordinal);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.OtherWrite);
        Assert.Contains("write permission", FilePrivacy.WarningFor(path), StringComparison.Ordinal);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.GroupWrite);
        Assert.Contains("change the file", FilePrivacy.WarningFor(path), StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();
}
