using System.Diagnostics;

namespace TencentImageReplication.Package.Tests.Shells;

/// <summary>The Windows build of the restored PowerShell under Wine, as tests/Wine/lay-down.sh prepares it.</summary>
/// <remarks>What Wine cannot do, and what is done instead, is listed in tests/Wine/README.md.</remarks>
internal sealed class WineShell : Shell
{
    private static readonly string Folder = Path.Combine(BuildFacts.Wine, "bin");
    private static readonly string[] Programs = ["/usr/lib/wine/wine64", "/usr/bin/wine64", "/usr/bin/wine"];

    internal override string Name => "PowerShell for Windows under Wine";

    internal override string? Missing =>
        !Enumerable.Range(0, Lanes).All(lane => Directory.Exists(PrefixOf(lane))) ? "Prepare Wine first: tests/Wine/lay-down.sh"
        : !Programs.Any(File.Exists) ? $"There is no Wine: none of {string.Join(", ", Programs)}."
        : null;

    /// <summary>Each lane has a Windows of its own, and so a folder of the user.</summary>
    internal override int Lanes => 3;

    internal override ProcessStartInfo Start(IReadOnlyList<string> arguments, int lane)
    {
        string[] command = [Programs.First(File.Exists), Path.Combine(BuildFacts.PowerShell, "win", "pwsh.exe"), .. arguments];
        // A terminal, without which pwsh.exe ends at once, and a mask with which Wine shows new files as private.
        var start = new ProcessStartInfo("script", ["-qec", $"umask 077; exec {string.Join(' ', command.Select(Quoted))}", "/dev/null"]);
        // Those of Linux would lead to the .NET of Linux.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("DOTNET_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["WINEPREFIX"] = PrefixOf(lane);
        start.Environment["WINEARCH"] = "win64";
        start.Environment["WINEDEBUG"] = "-all";
        start.Environment["WINEDLLOVERRIDES"] = "mshtml=d";
        start.Environment["WINEPATH"] = PathOf(Path.Combine(BuildFacts.PowerShell, "win"));
        start.Environment["DOTNET_ROOT"] = PathOf(Path.Combine(Folder, "dotnet"));
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["TERM"] = "dumb";
        start.Environment["NO_COLOR"] = "1";
        start.Environment["TCC_TEST_WINE"] = DotNetOfLinux();
        return start;
    }

    internal override string PathOf(string file) => "Z:" + file.Replace('/', '\\');

    private static string PrefixOf(int lane) => Path.Combine(Folder, $"prefix{lane}");

    private static string Quoted(string argument) => $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    // The simulator on a port needs it, and the path of Wine does not lead to it.
    private static string DotNetOfLinux() => File.Exists(BuildFacts.DotNet)
        ? BuildFacts.DotNet
        : Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, "dotnet")).First(File.Exists);
}
