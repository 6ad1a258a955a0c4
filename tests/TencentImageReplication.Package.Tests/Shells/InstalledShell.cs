using System.Diagnostics;

namespace TencentImageReplication.Package.Tests.Shells;

/// <summary>A PowerShell of this machine.</summary>
internal sealed class InstalledShell(string program) : Shell
{
    internal override string Name => program;

    internal override ProcessStartInfo Start(IReadOnlyList<string> arguments, int lane) =>
        program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            ? new ProcessStartInfo(BuildFacts.DotNet, [program, .. arguments])
            : new ProcessStartInfo(program, arguments);
}
