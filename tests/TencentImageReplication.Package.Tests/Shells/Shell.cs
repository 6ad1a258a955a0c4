using System.Diagnostics;

namespace TencentImageReplication.Package.Tests.Shells;

/// <summary>A PowerShell to test in.</summary>
internal abstract class Shell
{
    /// <summary>The name in reports.</summary>
    internal abstract string Name { get; }

    /// <summary>The reason why the shell cannot be started; null if it can.</summary>
    internal virtual string? Missing => null;

    /// <summary>A folder for files of the tests that the shell can write to.</summary>
    internal virtual string TemporaryFolder => Path.GetTempPath();

    /// <summary>
    /// The number of shells that run at the same time. They mostly wait: for copies, and for other processes. On Windows there is one, because
    /// some files create credentials in the folder of the user, which all shells share.
    /// </summary>
    internal virtual int Lanes => OperatingSystem.IsWindows() ? 1 : 3;

    /// <summary>Describes the process that runs the shell with some arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="lane">The number of the lane, from 0: two shells that run at the same time have different ones.</param>
    internal abstract ProcessStartInfo Start(IReadOnlyList<string> arguments, int lane);

    /// <summary>The path of a file as the shell knows it.</summary>
    internal virtual string PathOf(string file) => file;

    /// <summary>The shells to test in: those of TCC_TEST_SHELLS, divided by semicolons, or the restored one.</summary>
    internal static IEnumerable<Shell> OfThisRun()
    {
        var names = Environment.GetEnvironmentVariable("TCC_TEST_SHELLS") is { Length: > 0 } wanted ? wanted : "restored";
        return names.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Named);
    }

    /// <summary>
    /// <c>restored</c>: the PowerShell that the build restores; <c>wine</c>: its Windows build under Wine; anything else: a
    /// program on the path or a path, such as <c>pwsh</c>, <c>powershell</c>, or the <c>pwsh.dll</c> of a .NET tool.
    /// </summary>
    internal static Shell Named(string name) => name switch
    {
        "restored" => new RestoredShell(),
        "wine" => new WineShell(),
        _ => new InstalledShell(name),
    };
}
