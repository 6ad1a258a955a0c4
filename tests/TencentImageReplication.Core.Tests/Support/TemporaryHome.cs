using TencentImageReplication.Core.Credentials.Sources;

namespace TencentImageReplication.Core.Tests.Support;

/// <summary>A user's folder and environment of their own, gone at the end.</summary>
internal sealed class TemporaryHome : IDisposable
{
    private readonly Dictionary<string, string> _environment = [];

    public TemporaryHome()
    {
        Folder = Directory.CreateTempSubdirectory("tcc-home-").FullName;
        // Nothing listens there: whoever looks for a role of this machine is told at once that there is none.
        Set("TCC_METADATA_ENDPOINT", "http://127.0.0.1:1");
    }

    public string Folder { get; }

    public CredentialLocations Locations => new()
    {
        Environment = name => _environment.GetValueOrDefault(name),
        Home = Folder,
        SystemFile = Path.Combine(Folder, "etc", "credentials"),
    };

    public void Set(string variable, string value) => _environment[variable] = value;

    /// <summary>Writes a file that only its owner can read, and gives its full path.</summary>
    public string Write(string path, string text)
    {
        // With the separators of this system.
        var full = Path.GetFullPath(Path.Combine(Folder, path));
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(full, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return full;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
