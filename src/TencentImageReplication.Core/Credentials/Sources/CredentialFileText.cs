using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Credentials.Sources;

/// <summary>Reads a file that holds credentials, and says what is wrong with it without telling what is in it.</summary>
internal static class CredentialFileText
{
    private const int MaxBytes = 1024 * 1024;

    /// <exception cref="CredentialException">It cannot be read.</exception>
    public static string Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
                throw Broken(path, Localized.Text("it is too large to be a file of credentials.", "文件过大，不是凭证文件。"));
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Broken(path, Localized.Text(
                $"it cannot be read ({exception.GetType().Name}). Check that it is there, and who may read it.",
                $"无法读取（{exception.GetType().Name}）。请检查文件是否存在，以及是否有读取权限。"));
        }
    }

    /// <summary>What is wrong with a file.</summary>
    public static CredentialException Broken(string path, string what) => new(Localized.Text(
        $"The credentials file {path} cannot be used: {what}", $"无法使用凭证文件 {path}：{what}"));
}
