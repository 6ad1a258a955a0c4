using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace TencentImageReplication.Loading;

/// <summary>
/// Isolates the dependencies of this module from those of other modules: it searches its own folder first, and uses
/// the default context only for other assemblies (the framework, PowerShell).
/// </summary>
internal sealed class DependencyLoadContext : AssemblyLoadContext
{
    private readonly string[] _folders;

    // The folder of code that was compiled ahead of time for this .NET and system comes first; most systems have none.
    internal DependencyLoadContext(string folder)
        : base("TencentImageReplication") =>
        _folders = [Path.Combine(folder, $"net{Environment.Version.Major}.0-{RuntimeInformation.RuntimeIdentifier}"), folder];

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        foreach (var folder in _folders)
        {
            var path = Path.Combine(folder, assemblyName.Name + ".dll");
            if (File.Exists(path))
                return LoadFromAssemblyPath(path);
        }

        return null;
    }
}
