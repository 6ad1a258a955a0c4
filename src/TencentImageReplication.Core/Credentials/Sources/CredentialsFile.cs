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

    private static readonly char[] LineEnds = ['\n', '\r'];

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

    // Where the official clients differ (Python's configparser, Go's ini.v1), a line means what either of them takes it for: a key has no
    // quotes, and no # or ; after a blank.
    private static Dictionary<string, string> Values(string path)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var inSection = false;
        var number = 0;
        foreach (var raw in CredentialFileText.Read(path).Replace("\r\n", "\n").Split(LineEnds))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || IsComment(line))
                continue;

            if (SectionOf(line) is { } section)
            {
                inSection = string.Equals(section, Section, StringComparison.OrdinalIgnoreCase);
                continue;
            }

            var separator = line.IndexOfAny(['=', ':']);
            if (separator <= 0)
            {
                throw CredentialFileText.Broken(path, Localized.Text(
                    $"line {number} is neither a [section], nor a comment, nor name = value.",
                    $"第 {number} 行不是 [节]、注释或“名称 = 值”。"));
            }

            if (inSection && ValueOf(line.Substring(separator + 1), path, number) is { Length: > 0 } value)
                values[line.Substring(0, separator).TrimEnd()] = value;
        }

        return values;
    }

    private static bool IsComment(string text) => text[0] is '#' or ';';

    /// <summary>Returns the name of a section, after which a comment may follow.</summary>
    private static string? SectionOf(string line)
    {
        var end = line[0] == '[' ? line.IndexOf(']') : -1;
        if (end < 0)
            return null;
        var rest = line.Substring(end + 1).TrimStart();
        return rest.Length == 0 || IsComment(rest) ? line.Substring(1, end - 1).Trim() : null;
    }

    /// <summary>Returns a value without its quotes and without the comment behind it.</summary>
    private static string ValueOf(string text, string path, int number)
    {
        var value = text.Trim();
        if (value.Length > 0 && value[0] is '"' or '\'')
        {
            var end = value.IndexOf(value[0], 1);
            var rest = end < 0 ? "" : value.Substring(end + 1).TrimStart();
            if (end < 0 || (rest.Length > 0 && !IsComment(rest)))
            {
                throw CredentialFileText.Broken(path, Localized.Text(
                    $"the quotes in line {number} do not enclose the value.", $"第 {number} 行的引号没有括住整个值。"));
            }

            return value.Substring(1, end - 1).Trim();
        }

        for (var index = 0; index < value.Length; index++)
        {
            if (value[index] is '#' or ';' && (index == 0 || char.IsWhiteSpace(value[index - 1])))
                return value.Substring(0, index).TrimEnd();
        }

        return value;
    }
}
