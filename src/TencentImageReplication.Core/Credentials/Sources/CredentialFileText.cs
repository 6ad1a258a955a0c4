using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Credentials.Sources;

/// <summary>Reads a file with credentials. Its errors never contain the content of the file.</summary>
internal static class CredentialFileText
{
    private const int MaxBytes = 1024 * 1024;

    /// <exception cref="CredentialException">The file cannot be read.</exception>
    public static string Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
                throw Broken(path, Localized.Text("it is too large for a credentials file.", "文件过大，不是凭证文件。"));
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Broken(path, Localized.Text(
                $"it cannot be read ({exception.GetType().Name}). Check that the file exists and that you have permission to read it.",
                $"无法读取（{exception.GetType().Name}）。请检查文件是否存在，以及是否有读取权限。"));
        }
    }

    /// <summary>Creates the error for an unusable file.</summary>
    public static CredentialException Broken(string path, string what) => new(Localized.Text(
        $"The credentials file {path} cannot be used: {what}", $"无法使用凭证文件 {path}：{what}"));
}
