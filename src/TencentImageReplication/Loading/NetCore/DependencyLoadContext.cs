using System.Reflection;
using System.Runtime.Loader;

namespace TencentImageReplication.Loading;

/// <summary>
/// Keeps the dependencies of this module apart from those of other modules: its own folder first, and only what is
/// not there (the framework, PowerShell) from the default context.
/// </summary>
internal sealed class DependencyLoadContext : AssemblyLoadContext
{
    private readonly string _folder;

    internal DependencyLoadContext(string folder)
        : base("TencentImageReplication") => _folder = folder;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
