using System.Reflection;
using System.Runtime.Loader;

namespace TencentImageReplication.Loading;

/// <summary>Finds the private assemblies of the module on PowerShell 7.</summary>
internal static class DependencyResolver
{
    private static readonly object Gate = new();
    private static DependencyLoadContext? _context;

    /// <summary>Resolves references to the module's own assemblies from a folder. Only the first call in a process has an effect.</summary>
    internal static void Register(string folder)
    {
        lock (Gate)
        {
            // A test project has the assemblies in its own output folder, and not this folder.
            if (_context is not null || !Directory.Exists(folder))
                return;
            _context = new DependencyLoadContext(folder);
            AssemblyLoadContext.Default.Resolving += Resolve;
        }
    }

    // The cmdlet assembly references three private assemblies. Their own context resolves what these reference.
    private static Assembly? Resolve(AssemblyLoadContext asking, AssemblyName name) =>
        name.Name is "TencentImageReplication.Core" or "TencentImageReplication.Simulator" or "TencentImageReplication.Report"
            ? _context?.LoadFromAssemblyName(name)
            : null;
}
