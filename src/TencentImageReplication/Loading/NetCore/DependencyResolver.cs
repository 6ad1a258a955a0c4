using System.Reflection;
using System.Runtime.Loader;

namespace TencentImageReplication.Loading;

/// <summary>Finds the private assemblies of the module on PowerShell 7.</summary>
internal static class DependencyResolver
{
    private static readonly object Gate = new();
    private static DependencyLoadContext? _context;

    /// <summary>Answers requests for our own assemblies from a folder. Once per process is enough.</summary>
    internal static void Register(string folder)
    {
        lock (Gate)
        {
            // The folder is missing where a test project brings the assemblies along in its own output.
            if (_context is not null || !Directory.Exists(folder))
                return;
            _context = new DependencyLoadContext(folder);
            AssemblyLoadContext.Default.Resolving += Resolve;
        }
    }

    // The cmdlet assembly names two private assemblies. Everything that those need, they ask their own context for.
    private static Assembly? Resolve(AssemblyLoadContext asking, AssemblyName name) =>
        name.Name is "TencentImageReplication.Core" or "TencentImageReplication.Simulator"
            ? _context?.LoadFromAssemblyName(name)
            : null;
}
