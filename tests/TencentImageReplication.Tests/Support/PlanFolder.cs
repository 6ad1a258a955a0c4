namespace TencentImageReplication.Tests.Support;

/// <summary>A folder for plan files, gone at the end.</summary>
internal sealed class PlanFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("tcc-plan-").FullName;

    /// <summary>A plan of the web image with these targets.</summary>
    /// <param name="regions">The regions, as PowerShell writes them.</param>
    /// <param name="more">More keys of the family.</param>
    internal static string Web(string regions, string more = "") => $$"""
        @{ PlanVersion = 1
           Source   = @{ Region = 'ap-guangzhou' }
           Families = @(
             @{ Name = 'web'; ImageName = 'golden-web-*'
                Targets = @{ Regions = {{regions}} }
                {{more}} }) }
        """;

    /// <summary>Writes a file, and gives its full path.</summary>
    internal string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
