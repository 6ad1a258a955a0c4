using System.Text.RegularExpressions;

namespace TencentImageReplication.TestKit.Architecture;

/// <summary>
/// Reads the uses of folders from the <c>using</c> directives of source files. The compiler leaves no trace of a constant or of
/// <c>nameof</c> in the assembly, but both need the directive.
/// </summary>
public static partial class SourceUses
{
    /// <summary>Returns the uses in the files of a folder and its subfolders.</summary>
    public static IReadOnlyList<FolderUse> Read(string sourceFolder, string rootNamespace) =>
        [.. Files(sourceFolder)
            .SelectMany(file => ReadFile(file.Text, file.Path, rootNamespace))
            // The namespaces of other assemblies can begin with the same words.
            .Where(use => use.To == FolderUse.Root || Directory.Exists(Path.Combine(sourceFolder, use.To)))];

    /// <summary>Returns a line for each file that has another namespace than its folder.</summary>
    /// <param name="sourceFolder">The folder of the assembly.</param>
    /// <param name="rootNamespace">The root namespace.</param>
    /// <param name="withoutNamespace">Folders that add nothing to the namespace of the folder above, such as <c>Loading/NetCore</c>.</param>
    /// <param name="inRootNamespace">Folders with types that may have the root namespace: those that users see.</param>
    public static IReadOnlyList<string> Misplaced(
        string sourceFolder, string rootNamespace, IReadOnlyCollection<string> withoutNamespace, IReadOnlyCollection<string> inRootNamespace)
    {
        return [.. Files(sourceFolder)
            .Select(file => (file.Path, Expected: Expected(file.Path, rootNamespace, withoutNamespace), Actual: Namespace().Match(file.Text).Groups["name"].Value))
            // A file without a namespace declares no type: top-level statements or attributes of the assembly.
            .Where(file => file.Actual.Length > 0 && file.Actual != file.Expected && !IsInRoot(file.Actual, file.Path))
            .Select(file => $"{file.Path} has the namespace {file.Actual} instead of {file.Expected}.")];

        bool IsInRoot(string declared, string path) => declared == rootNamespace && inRootNamespace.Contains(FolderOf(path));
    }

    /// <summary>Returns the folders of types that have the root namespace, by the name of the type.</summary>
    public static IReadOnlyDictionary<string, string> FoldersOfRootTypes(string sourceFolder, string rootNamespace) =>
        (from file in Files(sourceFolder)
         where FolderOf(file.Path).Length > 0 && Namespace().Match(file.Text).Groups["name"].Value == rootNamespace
         from type in Declared().Matches(file.Text)
         select (Name: type.Groups["name"].Value, Folder: FolderOf(file.Path)))
        .DistinctBy(type => type.Name)
        .ToDictionary(type => type.Name, type => type.Folder);

    /// <summary>Returns the uses in the text of a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The path of the file inside the folder of the assembly.</param>
    /// <param name="rootNamespace">The root namespace.</param>
    public static IReadOnlyList<FolderUse> ReadFile(string text, string path, string rootNamespace)
    {
        if (Namespace().Match(text) is not { Success: true } declared
            || FolderUse.FolderOf(declared.Groups["name"].Value, rootNamespace) is not { } from)
        {
            return [];
        }
        if (from == FolderUse.Root && FolderOf(path).Length > 0)
            from = FolderOf(path);
        return [.. Using().Matches(text)
            .Select(match => Folder(match.Groups["name"].Value, match.Groups["kind"].Length > 0, rootNamespace))
            .OfType<string>()
            .Where(to => to != from)
            .Select(to => new FolderUse(from, to, $"{path} has a using directive for it"))];
    }

    private static IEnumerable<(string Path, string Text)> Files(string sourceFolder) =>
        from file in Directory.EnumerateFiles(sourceFolder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let path = Path.GetRelativePath(sourceFolder, file).Replace('\\', '/')
        // The build writes files there.
        where !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal)
        select (path, File.ReadAllText(file));

    private static string FolderOf(string path) => path.Contains('/') ? path[..path.LastIndexOf('/')] : "";

    private static string Expected(string path, string rootNamespace, IReadOnlyCollection<string> withoutNamespace)
    {
        var folder = FolderOf(path);
        var name = "";
        while (folder.Length > 0)
        {
            var slash = folder.LastIndexOf('/');
            if (!withoutNamespace.Contains(folder))
                name = $".{folder[(slash + 1)..]}{name}";
            folder = slash < 0 ? "" : folder[..slash];
        }
        return rootNamespace + name;
    }

    /// <summary>An alias and <c>using static</c> name a type, the others a namespace.</summary>
    private static string? Folder(string name, bool isType, string rootNamespace) =>
        FolderUse.FolderOf(isType ? name[..Math.Max(0, name.LastIndexOf('.'))] : name, rootNamespace);

    [GeneratedRegex(@"^(public|internal)\s+([a-z]+\s+)*(class|struct|record|enum|interface)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(global\s+)?using\s+(?<kind>static\s+|\w+\s*=\s*)?(global::)?(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
