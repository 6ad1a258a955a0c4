using System.Text.Json;
using System.Text.RegularExpressions;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>Reads the packages that the module was built with, and compares them with THIRD-PARTY-NOTICES.txt.</summary>
public sealed partial class NoticesTests
{
    private static readonly string Notices = Words(File.ReadAllText(Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES.txt")));

    [Fact]
    public void Every_package_that_ships_is_named()
    {
        var packages = Shipped().Select(package => package.Name).Append("PolySharp").ToList();

        Assert.Contains("System.Text.Json", packages);
        Assert.DoesNotContain(packages, name => !Notices.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_notices_of_every_package_that_ships_are_repeated()
    {
        var files = Shipped().Select(package => Path.Combine(package.Folder, "THIRD-PARTY-NOTICES.TXT")).Where(File.Exists).ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => !Notices.Contains(Words(File.ReadAllText(file)), StringComparison.Ordinal));
    }

    // The packages of which an assembly is copied, for any framework.
    private static List<(string Name, string Folder)> Shipped()
    {
        var file = Path.Combine(Repository.Root, "src", "TencentImageReplication", "obj", "project.assets.json");
        using var assets = JsonDocument.Parse(File.ReadAllText(file));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var libraries = assets.RootElement.GetProperty("libraries");
        return assets.RootElement.GetProperty("targets").EnumerateObject()
            .SelectMany(target => target.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() == "package" && HasAssembly(package.Value))
            .Select(package => package.Name).Distinct()
            .Select(package => (package.Split('/')[0], folders
                .Select(folder => Path.Combine(folder, libraries.GetProperty(package).GetProperty("path").GetString()!)).First(Directory.Exists)))
            .ToList();
    }

    private static bool HasAssembly(JsonElement package) =>
        package.TryGetProperty("runtime", out var files) && files.EnumerateObject().Any(file => file.Name.EndsWith(".dll", StringComparison.Ordinal));

    private static string Words(string text) => Space().Replace(text.TrimStart('\uFEFF'), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
