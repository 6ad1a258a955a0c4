using System.Diagnostics;

namespace TencentImageReplication.Package.Tests.Shells;

/// <summary>The PowerShell that the build restores like any other dependency: no machine needs one of its own.</summary>
internal sealed class RestoredShell : Shell
{
    internal override string Name => "Restored PowerShell";

    internal override ProcessStartInfo Start(IReadOnlyList<string> arguments, int lane)
    {
        var program = Path.Combine(BuildFacts.PowerShell, OperatingSystem.IsWindows() ? "win" : "unix", "pwsh.dll");
        return new ProcessStartInfo(BuildFacts.DotNet, [program, .. arguments]);
    }
}
