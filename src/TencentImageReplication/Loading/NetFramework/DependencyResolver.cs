using System.Reflection;

namespace TencentImageReplication.Loading;

/// <summary>Finds the private assemblies of the module on Windows PowerShell 5.1.</summary>
/// <remarks>
/// The .NET Framework has no load contexts. Assemblies loaded by path with <see cref="Assembly.LoadFile(string)"/>
/// are the closest alternative: requests of other modules do not find them, and this class resolves their references.
/// </remarks>
internal static class DependencyResolver
{
    private static readonly object Gate = new();
    private static readonly Dictionary<string, Assembly> Loaded = new(StringComparer.OrdinalIgnoreCase);
    private static string? _folder;

    /// <summary>Resolves references of the module's own assemblies from a folder. Only the first call in a process has an effect.</summary>
    internal static void Register(string folder)
    {
        lock (Gate)
        {
            if (_folder is not null || !Directory.Exists(folder))
                return;
            _folder = folder;
            AppDomain.CurrentDomain.AssemblyResolve += Resolve;
        }
    }

    private static Assembly? Resolve(object? sender, ResolveEventArgs request)
    {
        var name = new AssemblyName(request.Name).Name;
        if (name is null || !IsOurs(request.RequestingAssembly))
            return null;
        lock (Gate)
        {
            if (Loaded.TryGetValue(name, out var known))
                return known;
            var path = Path.Combine(_folder!, name + ".dll");
            // Any version: a module cannot have binding redirects, and the folder is complete.
            return File.Exists(path) ? Loaded[name] = Assembly.LoadFile(path) : null;
        }
    }

    // References of other modules are not resolved here, even if the folder has the assembly.
    private static bool IsOurs(Assembly? asking)
    {
        // The runtime does not always name the requesting assembly. No other resolver had it, so this takes nothing from another module.
        if (asking is null || asking == typeof(DependencyResolver).Assembly)
            return true;
        lock (Gate)
            return Loaded.ContainsValue(asking);
    }
}
