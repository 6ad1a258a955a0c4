using System;
using System.IO;
using System.Linq;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Writes the two files of a package that are not copied: the manifest with its addresses, and the nuspec, which gets its values
/// from the manifest and its release notes from the changelog. The build compiles this class, so that a package can be built
/// without PowerShell.
/// </summary>
public class WritePackageFiles : Task
{
    private const string Notes = "ReleaseNotes = 'See CHANGELOG.md.'";

    /// <summary>The manifest in the repository.</summary>
    [Required]
    public string Manifest { get; set; } = "";

    /// <summary>The changelog that the release notes are taken from.</summary>
    [Required]
    public string Changelog { get; set; } = "";

    /// <summary>The nuspec with placeholders for the values of the manifest.</summary>
    [Required]
    public string NuspecTemplate { get; set; } = "";

    /// <summary>The version of the assemblies.</summary>
    [Required]
    public string Version { get; set; } = "";

    /// <summary>The folder for the manifest.</summary>
    [Required]
    public string PackageFolder { get; set; } = "";

    /// <summary>The path of the nuspec.</summary>
    [Required]
    public string Nuspec { get; set; } = "";

    /// <summary>The public address of the repository; empty for none.</summary>
    public string ProjectAddress { get; set; } = "";

    public override bool Execute()
    {
        var manifest = Read(Manifest);
        var version = Value(manifest, "ModuleVersion");
        if (version != Version)
            Log.LogError("The manifest has the version {0}, but the assemblies have the version {1}.", version, Version);
        if (!manifest.Contains(Notes))
            Log.LogError("The manifest does not name the changelog: {0}", Notes);
        var notes = NotesOf(Read(Changelog), version);
        if (notes.Length == 0)
            Log.LogError("The changelog has neither a section for version {0} nor a section Unreleased.", version);
        if (Log.HasLoggedErrors)
            return false;

        Write(Path.Combine(PackageFolder, Path.GetFileName(Manifest)), manifest.Replace(Notes, Addresses() + Notes));
        var commands = List(manifest, "CmdletsToExport");
        var tags = List(manifest, "Tags").Concat(new[] { "PSModule", "PSIncludes_Cmdlet" })
            .Concat(commands.Select(command => "PSCmdlet_" + command))
            .Concat(commands.Select(command => "PSCommand_" + command));
        Write(Nuspec, Read(NuspecTemplate)
            .Replace("$version$", version)
            .Replace("$author$", Xml(Value(manifest, "Author")))
            .Replace("$copyright$", Xml(Value(manifest, "Copyright")))
            .Replace("$project$", ProjectAddress.Length > 0 ? $"<projectUrl>{Xml(ProjectAddress)}</projectUrl>" : "")
            .Replace("$description$", Xml(Value(manifest, "Description")))
            .Replace("$tags$", Xml(string.Join(" ", tags)))
            .Replace("$releaseNotes$", Xml(notes)));
        return true;
    }

    private string Addresses()
    {
        var lines = new[] { ("ProjectUri", ""), ("LicenseUri", "/blob/main/LICENSE"), ("IconUri", "/raw/main/docs/icon.png") };
        return ProjectAddress.Length == 0 ? "" : string.Concat(lines.Select(line =>
            $"{line.Item1,-12} = '{ProjectAddress.TrimEnd('/').Replace("'", "''")}{line.Item2}'\n            "));
    }

    // The section of this version, otherwise that of the next one.
    private static string NotesOf(string changelog, string version)
    {
        foreach (var heading in new[] { version, "Unreleased" })
        {
            var section = Regex.Match(changelog, @"^## \[" + Regex.Escape(heading) + @"\].*\n((?:(?!## ).*\n?)*)", RegexOptions.Multiline);
            if (section.Success)
                return section.Groups[1].Value.Trim();
        }

        return "";
    }

    private static string Value(string manifest, string name) =>
        Regex.Match(manifest, $@"^\s*{name}\s*=\s*'((?:[^']|'')*)'", RegexOptions.Multiline).Groups[1].Value.Replace("''", "'");

    private static string[] List(string manifest, string name) =>
        Regex.Matches(Regex.Match(manifest, $@"^\s*{name}\s*=\s*@\(([^)]*)\)", RegexOptions.Multiline).Groups[1].Value, "'([^']+)'")
            .Cast<Match>().Select(item => item.Groups[1].Value).ToArray();

    private static string Xml(string text) => SecurityElement.Escape(text);

    private static string Read(string path) => File.ReadAllText(path).Replace("\r\n", "\n");

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // With a byte order mark: without it, Windows PowerShell reads the file in another encoding.
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
    }
}
