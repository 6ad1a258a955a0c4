using System.Text.RegularExpressions;

namespace TencentImageReplication.TestKit.Architecture;

/// <summary>
/// The folders of an assembly from top to bottom and the arrows between them, as a page shows them:
/// <code>
/// ```architecture TencentImageReplication.Simulator
/// (root)  -> Actions, Model   # the entry
/// Actions -> Model            # an action of the API per file
/// Model                       # the data
/// ```
/// </code>
/// An arrow can only point to a folder below, so that a picture has no circle. <c>Folder/*</c> stands for a folder with all of its
/// subfolders; otherwise a subfolder has a line of its own, such as <c>Images/Copying</c>.
/// </summary>
public sealed partial class ArchitecturePicture
{
    private const string WithSubfolders = "/*";
    private readonly List<(string Name, IReadOnlyList<string> Uses)> _folders;

    private ArchitecturePicture(List<(string Name, IReadOnlyList<string> Uses)> folders) => _folders = folders;

    /// <summary>The folders from top to bottom.</summary>
    public IReadOnlyList<string> Folders => [.. _folders.Select(folder => folder.Name)];

    /// <summary>The arrows.</summary>
    public IReadOnlyList<(string From, string To)> Arrows => [.. _folders.SelectMany(folder => folder.Uses.Select(to => (folder.Name, to)))];

    /// <summary>Reads the picture of an assembly from a page.</summary>
    /// <exception cref="ArchitectureException">The page has no such picture, or it is not well-formed.</exception>
    public static ArchitecturePicture Parse(string page, string assemblyName)
    {
        var lines = Block(page.ReplaceLineEndings("\n").Split('\n'), assemblyName);
        var folders = new List<(string Name, IReadOnlyList<string> Uses)>();
        foreach (var line in lines)
        {
            var match = Line().Match(line);
            if (!match.Success)
                throw new ArchitectureException($"'{line}' in the picture of {assemblyName} is not 'Folder -> Folder, Folder  # text'.");
            var uses = match.Groups["to"].Success ? match.Groups["to"].Value.Split(',', StringSplitOptions.TrimEntries) : [];
            folders.Add((match.Groups["from"].Value, uses));
        }
        var picture = new ArchitecturePicture(folders);
        picture.CheckOrder(assemblyName);
        return picture;
    }

    /// <summary>Returns true when the picture has the arrow.</summary>
    public bool Allows(string from, string to) => Arrows.Contains((from, to));

    /// <summary>Returns the name under which the picture has a folder, null when it does not have it.</summary>
    public string? FolderOf(string folder) => Folders.FirstOrDefault(known => known == folder) ?? Folders
        .Where(known => known.EndsWith(WithSubfolders, StringComparison.Ordinal))
        .FirstOrDefault(known => (folder + "/").StartsWith(known[..^1], StringComparison.Ordinal));

    private static List<string> Block(string[] lines, string assemblyName)
    {
        var starts = Enumerable.Range(0, lines.Length).Where(index => lines[index].TrimEnd() == $"```architecture {assemblyName}").ToList();
        if (starts.Count != 1)
            throw new ArchitectureException($"The page has {starts.Count} blocks '```architecture {assemblyName}' instead of one.");
        var block = lines.Skip(starts[0] + 1).TakeWhile(line => line.TrimEnd() != "```").ToList();
        if (starts[0] + 1 + block.Count == lines.Length)
            throw new ArchitectureException($"The picture of {assemblyName} has no end.");
        return [.. block.Where(line => !string.IsNullOrWhiteSpace(line))];
    }

    private void CheckOrder(string assemblyName)
    {
        for (var i = 0; i < _folders.Count; i++)
        {
            var (name, uses) = _folders[i];
            if (_folders.FindIndex(folder => folder.Name == name) < i)
                throw new ArchitectureException($"The picture of {assemblyName} has the folder {name} twice.");
            foreach (var to in uses)
            {
                var below = _folders.FindLastIndex(folder => folder.Name == to);
                if (below < 0)
                    throw new ArchitectureException($"The picture of {assemblyName} has the arrow {name} -> {to}, but no line for {to}.");
                if (below <= i)
                    throw new ArchitectureException($"The arrow {name} -> {to} in the picture of {assemblyName} does not point down.");
            }
            if (uses.Distinct().Count() < uses.Count)
                throw new ArchitectureException($"The picture of {assemblyName} has an arrow of {name} twice.");
        }
    }

    [GeneratedRegex(@"^\s*(?<from>\(root\)|\w+(/\w+)*(/\*)?)(\s*->\s*(?<to>(\(root\)|\w+(/\w+)*(/\*)?)(\s*,\s*(\(root\)|\w+(/\w+)*(/\*)?))*))?\s*(#.*)?$")]
    private static partial Regex Line();
}
