using System.Reflection;

namespace TencentImageReplication.TestKit.Architecture;

/// <summary>Compares the folders of an assembly with the picture in <c>docs/architecture.md</c>.</summary>
public static class ArchitectureCheck
{
    /// <summary>The page that has the pictures, relative to the root of the repository.</summary>
    public const string Page = "docs/architecture.md";

    /// <summary>Checks that an assembly and its source files have the folders and the arrows of the picture, and no others.</summary>
    /// <param name="assembly">The assembly. Its name is also its root namespace and the title of its picture.</param>
    /// <param name="sourceFolder">The folder of its source files, relative to the root of the repository.</param>
    /// <param name="withoutNamespace">Folders that add nothing to the namespace of the folder above, such as <c>Loading/NetCore</c>.</param>
    /// <param name="inRootNamespace">Folders with types that may have the root namespace. They still belong to their folder.</param>
    /// <exception cref="ArchitectureException">They differ. The message lists the differences.</exception>
    public static void Verify(
        Assembly assembly, string sourceFolder, IReadOnlyCollection<string>? withoutNamespace = null, IReadOnlyCollection<string>? inRootNamespace = null)
    {
        var name = assembly.GetName().Name!;
        var root = RepositoryRoot();
        var picture = ArchitecturePicture.Parse(File.ReadAllText(Path.Combine(root, Page)), name);
        var sources = Path.Combine(root, sourceFolder);
        List<string> differences =
        [
            .. Differences(picture, [.. CompiledUses.Read(assembly.Location, name, SourceUses.FoldersOfRootTypes(sources, name)), .. SourceUses.Read(sources, name)]),
            .. SourceUses.Misplaced(sources, name, withoutNamespace ?? [], inRootNamespace ?? []),
        ];
        if (differences.Count > 0)
            throw new ArchitectureException($"{name} differs from its picture in {Page}:\n{string.Join("\n", differences)}");
    }

    /// <summary>Returns the differences between a picture and the uses in an assembly, one per line.</summary>
    public static IReadOnlyList<string> Differences(ArchitecturePicture picture, IReadOnlyCollection<FolderUse> uses)
    {
        var differences = new List<string>();
        var folders = uses.SelectMany(use => new[] { use.From, use.To }).Distinct().Order(StringComparer.Ordinal).ToList();
        differences.AddRange(folders.Where(folder => picture.FolderOf(folder) is null).Select(folder => $"The folder {folder} is not in the picture."));
        differences.AddRange(picture.Folders.Where(known => !folders.Exists(folder => picture.FolderOf(folder) == known))
            .Select(known => $"The picture has the folder {known}, which does not exist."));

        var arrows = uses
            .Select(use => (From: picture.FolderOf(use.From), To: picture.FolderOf(use.To), use.Example))
            .Where(use => use.From is not null && use.To is not null && use.From != use.To)
            .GroupBy(use => (use.From, use.To))
            .ToDictionary(group => group.Key, group => group.First().Example);
        differences.AddRange(arrows.Where(arrow => !picture.Allows(arrow.Key.From!, arrow.Key.To!))
            .Select(arrow => $"The picture has no arrow {arrow.Key.From} -> {arrow.Key.To}, but {arrow.Value}."));
        differences.AddRange(picture.Arrows.Where(arrow => !arrows.ContainsKey((arrow.From, arrow.To)))
            .Select(arrow => $"The picture has the arrow {arrow.From} -> {arrow.To}, but nothing in {arrow.From} uses {arrow.To}."));
        return differences;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, Page)))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} has the file {Page}.");
        return folder.FullName;
    }
}
