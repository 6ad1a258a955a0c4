using System.Reflection;

namespace TencentImageReplication.Package.Tests;

/// <summary>The files and folders that the build has recorded in this assembly.</summary>
internal static class BuildFacts
{
    /// <summary>The folder of the Pester tests.</summary>
    internal static string Suite => Value("Suite");

    /// <summary>The manifest of the Pester module.</summary>
    internal static string Pester => Value("Pester");

    /// <summary>The folder of the restored PowerShell, with a folder for its Windows build and one for the other systems.</summary>
    internal static string PowerShell => Value("PowerShell");

    /// <summary>The folder with all that Wine needs.</summary>
    internal static string Wine => Value("Wine");

    /// <summary>The package to test: the one that the build has made, or that of the variable TCC_TEST_PACKAGE.</summary>
    internal static string Package => Environment.GetEnvironmentVariable("TCC_TEST_PACKAGE") is { Length: > 0 } package
        ? Path.GetFullPath(package)
        : Value("Package");

    /// <summary>The dotnet that runs this.</summary>
    internal static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    private static string Value(string key) => typeof(BuildFacts).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}
