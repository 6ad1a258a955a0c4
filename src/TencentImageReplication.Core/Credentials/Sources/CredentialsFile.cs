using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Credentials.Sources;

/// <summary>
/// The credentials file of Tencent's SDKs: a section <c>[default]</c> with <c>secret_id</c>, <c>secret_key</c> and, for a
/// temporary key, <c>token</c>.
/// </summary>
/// <remarks>
/// The path is <c>TENCENTCLOUD_CREDENTIALS_FILE</c>, else <c>~/.tencentcloud/credentials</c>, else
/// <c>/etc/tencentcloud/credentials</c>. The first existing file is used, even if its content is invalid.
/// </remarks>
public static class CredentialsFile
{
    /// <summary>The environment variable with the path of the file.</summary>
    public const string PathVariable = "TENCENTCLOUD_CREDENTIALS_FILE";

    private const string Section = "default";

    /// <summary>Returns the path of the file to read; null if there is none.</summary>
    /// <exception cref="CredentialException">The variable names a file that does not exist.</exception>
    public static string? Find(CredentialLocations locations)
    {
        if (CredentialValues.Trimmed(locations.Environment(PathVariable)) is { } named)
        {
            return File.Exists(named) ? named : throw CredentialFileText.Broken(named, Localized.Text(
                $"the file does not exist, although {PathVariable} names it.", $"环境变量 {PathVariable} 指定了该文件，但文件不存在。"));
        }

        var own = locations.Home.Length == 0 ? null : Path.Combine(locations.Home, ".tencentcloud", "credentials");
        return new[] { own, locations.SystemFile }.FirstOrDefault(File.Exists);
    }

    /// <summary>Reads the credential from a file.</summary>
    /// <exception cref="CredentialException">The file is invalid or has no credential. The message names the file and the line.</exception>
    public static TencentCredential Read(string path)
    {
        var values = Values(path);
        if (!values.TryGetValue("secret_id", out var secretId) || !values.TryGetValue("secret_key", out var secretKey))
        {
            throw CredentialFileText.Broken(path, Localized.Text(
                "its section [default] must have secret_id and secret_key.", "[default] 节必须包含 secret_id 和 secret_key。"));
        }

        values.TryGetValue("token", out var token);
        return CredentialValues.ToCredential(path, secretId, secretKey, token);
    }

    // Names and sections as in Python's configparser: with = or :, in any case.
    private static Dictionary<string, string> Values(string path)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var inSection = false;
        var number = 0;
        foreach (var raw in CredentialFileText.Read(path).Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] is '#' or ';')
                continue;

            if (line[0] == '[' && line[line.Length - 1] == ']')
            {
                inSection = string.Equals(line.Substring(1, line.Length - 2).Trim(), Section, StringComparison.OrdinalIgnoreCase);
                continue;
            }

            var separator = line.IndexOfAny(['=', ':']);
            if (separator <= 0)
            {
                throw CredentialFileText.Broken(path, Localized.Text(
                    $"line {number} is neither a [section], nor a comment, nor name = value.",
                    $"第 {number} 行不是 [节]、注释或“名称 = 值”。"));
            }

            if (inSection && CredentialValues.Trimmed(line.Substring(separator + 1)) is { } value)
                values[line.Substring(0, separator).TrimEnd()] = value;
        }

        return values;
    }
}
