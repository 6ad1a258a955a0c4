using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace TencentImageReplication.Loading;

/// <summary>
/// Keeps the dependencies of this module apart from those of other modules: its own folder first, and only what is
/// not there (the framework, PowerShell) from the default context.
/// </summary>
internal sealed class DependencyLoadContext : AssemblyLoadContext
{
    private readonly string[] _folders;

    // What was compiled ahead of time for this .NET on this system first; most systems have the same code compiled when it runs.
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
