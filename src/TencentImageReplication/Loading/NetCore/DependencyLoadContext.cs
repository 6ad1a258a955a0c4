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
    private readonly string _folder;
    private readonly string _compiledFolder;

    internal DependencyLoadContext(string folder)
        : base("TencentImageReplication")
    {
        _folder = folder;
        // What was compiled ahead of time for this .NET on this system; most systems have the same code compiled when it runs.
        _compiledFolder = Path.Combine(folder, $"net{Environment.Version.Major}.0-{RuntimeInformation.RuntimeIdentifier}");
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = assemblyName.Name + ".dll";
        var compiled = Path.Combine(_compiledFolder, file);
        if (File.Exists(compiled))
            return LoadFromAssemblyPath(compiled);

        var path = Path.Combine(_folder, file);
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
