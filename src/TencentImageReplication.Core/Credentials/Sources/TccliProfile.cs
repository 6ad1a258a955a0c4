using System.Globalization;
using System.Text.Json;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Credentials.Sources;

/// <summary>
/// A profile of tccli: <c>~/.tccli/(name).credential</c> with the key, and <c>~/.tccli/(name).configure</c> with region and
/// endpoint, both JSON.
/// </summary>
public sealed record TccliProfile
{
    /// <summary>The environment variable with the name of the profile.</summary>
    public const string NameVariable = "TCCLI_PROFILE";

    /// <summary>The default profile.</summary>
    public const string DefaultName = "default";

    private const string CredentialSuffix = ".credential";
    private const string ConfigureSuffix = ".configure";

    /// <summary>The name of the profile.</summary>
    public required string Name { get; init; }

    /// <summary>The file with the key.</summary>
    public required string Path { get; init; }

    /// <summary>The key; null if the file has none.</summary>
    public TencentCredential? Credential { get; init; }

    /// <summary>The role to assume with the key, if any.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The name of the role session.</summary>
    public string? RoleSessionName { get; init; }

    /// <summary>The region of the profile, if any.</summary>
    public string? Region { get; init; }

    /// <summary>The host of CVM, if any.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Returns the names of the existing profiles.</summary>
    public static IReadOnlyList<string> Names(CredentialLocations locations)
    {
        var folder = Folder(locations);
        if (!Directory.Exists(folder))
            return [];
        try
        {
            return [.. Directory.GetFiles(folder, "*" + CredentialSuffix)
                .Select(System.IO.Path.GetFileNameWithoutExtension)
                .Where(name => !string.IsNullOrEmpty(name))
                .OrderBy(name => name, StringComparer.OrdinalIgnoreCase)!];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Without permission to read the folder, there are none.
            return [];
        }
    }

    /// <summary>Reads a profile.</summary>
    /// <returns>Null if the profile has no credential file.</returns>
    /// <exception cref="CredentialException">A file of the profile is invalid. The message names it.</exception>
    /// <exception cref="ArgumentException">The name is not valid for a profile.</exception>
    public static TccliProfile? Read(CredentialLocations locations, string name)
    {
        if (name.IndexOfAny(System.IO.Path.GetInvalidFileNameChars()) >= 0 || name.IndexOfAny(['/', '\\', ':']) >= 0)
        {
            throw new ArgumentException(Localized.Text(
                "The name of a profile must be a file name without a folder.", "tccli 配置文件的名称是文件名，不能包含目录。"));
        }

        // Without a user folder, read nothing, in particular no file in the current folder.
        var folder = Folder(locations);
        var path = System.IO.Path.Combine(folder, name + CredentialSuffix);
        if (folder.Length == 0 || !File.Exists(path))
            return null;

        var key = Json(path);
        var configure = System.IO.Path.Combine(folder, name + ConfigureSuffix);
        var settings = File.Exists(configure) ? Json(configure) : default;
        return new TccliProfile
        {
            Name = name,
            Path = path,
            Credential = ToCredential(path, key),
            RoleArn = Text(key, "role-arn"),
            RoleSessionName = Text(key, "role-session-name"),
            Region = Text(settings, "_sys_param", "region"),
            Endpoint = Text(settings, "cvm", "endpoint"),
        };
    }

    /// <summary>Creates the error for a profile without a complete key.</summary>
    internal static CredentialException KeyMissing(string path) => CredentialFileText.Broken(
        path, Localized.Text("it must have both secretId and secretKey.", "必须同时包含 secretId 和 secretKey。"));

    private static string Folder(CredentialLocations locations) =>
        locations.Home.Length == 0 ? "" : System.IO.Path.Combine(locations.Home, ".tccli");

    private static TencentCredential? ToCredential(string path, JsonElement key)
    {
        var (secretId, secretKey) = (Text(key, "secretId"), Text(key, "secretKey"));
        if (secretId is null && secretKey is null)
            return null;
        if (secretId is null || secretKey is null)
            throw KeyMissing(path);

        return CredentialValues.ToCredential(path, secretId, secretKey, Text(key, "token"), End(path, key));
    }

    // Unix seconds, as a number or, in some versions, as text.
    private static DateTimeOffset? End(string path, JsonElement key)
    {
        if (Text(key, "expiresAt") is not { } text)
            return null;
        const long Year9999 = 253402300799;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= Year9999
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw CredentialFileText.Broken(path, Localized.Text(
                "expiresAt must be a time in Unix seconds.", "expiresAt 必须是以秒为单位的 Unix 时间。"));
    }

    private static JsonElement Json(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(CredentialFileText.Read(path));
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw CredentialFileText.Broken(path, Localized.Text("it must contain one JSON object.", "内容必须是一个 JSON 对象。"));
        }
        catch (JsonException exception)
        {
            // The message of the JSON reader could quote the content.
            throw CredentialFileText.Broken(path, Localized.Text(
                $"line {exception.LineNumber + 1} is not valid JSON.", $"第 {exception.LineNumber + 1} 行不是有效的 JSON。"));
        }
    }

    private static string? Text(JsonElement element, params string[] names)
    {
        foreach (var name in names)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => CredentialValues.Trimmed(element.GetString()),
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };
    }
}
