namespace TencentImageReplication.Package.Tests.Shells;

/// <summary>The environment of a shell that tests run in.</summary>
internal static class Environments
{
    private static readonly string[] OfOthers = ["TENCENTCLOUD_", "TCCLI_", "TCC_"];

    /// <summary>Removes what belongs to the user or to the shell that started this, and has PowerShell not report home.</summary>
    internal static void Clean(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name =>
            OfOthers.Any(part => name.StartsWith(part, StringComparison.OrdinalIgnoreCase))
            && !name.StartsWith("TCC_TEST_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            environment.Remove(name);
        }

        // That of one edition leads the other to modules it cannot load. Without it each has its own.
        environment.Remove("PSModulePath");
        environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        environment["POWERSHELL_UPDATECHECK"] = "Off";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
    }
}
