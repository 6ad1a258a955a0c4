using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Credentials.Sources;

/// <summary>
/// The credentials file of Tencent's SDKs: a section <c>[default]</c> with <c>secret_id</c>, <c>secret_key</c> and, for a
/// temporary key, <c>token</c>.
/// </summary>
/// <remarks>
/// It is where <c>TENCENTCLOUD_CREDENTIALS_FILE</c> says, else <c>~/.tencentcloud/credentials</c>, else
/// <c>/etc/tencentcloud/credentials</c>. The first that there is counts, whatever is in it.
/// </remarks>
public static class CredentialsFile
{
    /// <summary>The variable that names the file.</summary>
    public const string PathVariable = "TENCENTCLOUD_CREDENTIALS_FILE";

    private const string Section = "default";

    /// <summary>The file to read; null when there is none.</summary>
    /// <exception cref="CredentialException">The variable names a file that is not there.</exception>
    public static string? Find(CredentialLocations locations)
    {
        if (CredentialValues.Trimmed(locations.Environment(PathVariable)) is { } named)
        {
            return File.Exists(named) ? named : throw CredentialFileText.Broken(named, Localized.Text(
                $"it is not there, though {PathVariable} names it.", $"环境变量 {PathVariable} 指定了该文件，但文件不存在。"));
        }

        var own = locations.Home.Length == 0 ? null : Path.Combine(locations.Home, ".tencentcloud", "credentials");
        return new[] { own, locations.SystemFile }.FirstOrDefault(File.Exists);
    }

    /// <summary>The credential in a file.</summary>
    /// <exception cref="CredentialException">It is broken, or has none. The message names the file and the line.</exception>
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

    // Names and sections as Python's own reader takes them: with = or :, in any case.
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
