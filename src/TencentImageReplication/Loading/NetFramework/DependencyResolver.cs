using System.Reflection;

namespace TencentImageReplication.Loading;

/// <summary>Finds the private assemblies of the module on Windows PowerShell 5.1.</summary>
/// <remarks>
/// The .NET Framework has no load contexts. Assemblies loaded by path with <see cref="Assembly.LoadFile(string)"/>
/// are the nearest thing: nobody else's request finds them, and what they need is asked of this class.
/// </remarks>
internal static class DependencyResolver
{
    private static readonly object Gate = new();
    private static readonly Dictionary<string, Assembly> Loaded = new(StringComparer.OrdinalIgnoreCase);
    private static string? _folder;

    /// <summary>Answers requests of our own assemblies from a folder. Once per process is enough.</summary>
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
            // Whatever version was asked for: there are no binding redirects in a module, and the folder is complete.
            return File.Exists(path) ? Loaded[name] = Assembly.LoadFile(path) : null;
        }
    }

    // Other modules' requests are none of our business, even for an assembly that we happen to have.
    private static bool IsOurs(Assembly? asking)
    {
        // The runtime does not always say who asks. Nobody else had an answer, so ours takes nothing from anyone.
        if (asking is null || asking == typeof(DependencyResolver).Assembly)
            return true;
        lock (Gate)
            return Loaded.ContainsValue(asking);
    }
}
