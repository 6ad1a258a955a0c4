using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>The files for Windows PowerShell 5.1. The tests read the files, because they do not run on the .NET Framework.</summary>
public sealed class FrameworkPackageTests
{
    // These are modules of an assembly, not assemblies.
    private const string PartsOfAnother = "System.EnterpriseServices.";

    private static readonly string Folder = Path.Combine(Repository.Root, "bin", "Desktop");

    private static readonly string References = typeof(FrameworkPackageTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "FrameworkReferences").Value!;

    [Fact]
    public void Nothing_ships_that_the_Framework_has()
    {
        var framework = Directory.EnumerateFiles(References, "*.dll", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith(PartsOfAnother, StringComparison.Ordinal))
            .Select(AssemblyName.GetAssemblyName)
            .GroupBy(name => name.Name!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(names => names.Key, names => names.Max(name => name.Version), StringComparer.OrdinalIgnoreCase);
        Assert.True(framework.Count > 100);

        // An older version in the Framework is not enough for a reference to a newer one.
        Assert.DoesNotContain(
            Shipped().Select(AssemblyName.GetAssemblyName),
            name => framework.TryGetValue(name.Name!, out var version) && version >= name.Version);
    }

    [Fact]
    public void All_references_are_shipped()
    {
        var there = Directory.EnumerateFiles(References, "*.dll", SearchOption.AllDirectories).Concat(Shipped())
            .Select(file => Path.GetFileNameWithoutExtension(file)).Append("System.Management.Automation")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Empty(Shipped().SelectMany(file => Read(file, reader => reader.AssemblyReferences
            .Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))
            .Where(name => !there.Contains(name))
            .Select(name => $"{Path.GetFileName(file)} asks for {name}"))));
    }

    [Fact]
    public void Settings_of_the_process_are_not_changed() =>
        Assert.DoesNotContain(
            Own().SelectMany(file => Read(file, reader => reader.TypeReferences
                .Select(handle => reader.GetString(reader.GetTypeReference(handle).Name)))),
            name => name is "ServicePointManager" or "ServicePoint");

    [Theory]
    [InlineData("set_MaxConnectionsPerServer")]
    [InlineData("set_SslProtocols")]
    public void Connections_and_protocols_are_set_for_our_handler(string setter)
    {
        var owners = Own().SelectMany(file => Read(file, reader => reader.MemberReferences
            .Select(reader.GetMemberReference)
            .Where(member => reader.GetString(member.Name) == setter)
            .Select(member => reader.GetString(reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name))));

        Assert.Equal(["HttpClientHandler"], owners);
    }

    private static IEnumerable<string> Shipped() => Directory.EnumerateFiles(Folder, "*.dll", SearchOption.AllDirectories);

    private static IEnumerable<string> Own() =>
        Shipped().Where(file => Path.GetFileName(file).StartsWith("TencentImageReplication", StringComparison.Ordinal));

    private static T[] Read<T>(string file, Func<MetadataReader, IEnumerable<T>> read)
    {
        using var image = new PEReader(File.OpenRead(file));
        return [.. read(image.GetMetadataReader())];
    }
}
