using System.Management.Automation;
using System.Management.Automation.Runspaces;
using TencentImageReplication.Session;

namespace TencentImageReplication.Loading;

/// <summary>What happens when the module is imported and removed.</summary>
/// <remarks>
/// Importing only tells the runtime where the private dependencies are: none of them is loaded before the first
/// command needs it.
/// </remarks>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport()
    {
        var here = Path.GetDirectoryName(typeof(ModuleLifetime).Assembly.Location);
        if (!string.IsNullOrEmpty(here))
            DependencyResolver.Register(Path.Combine(here, "dependencies"));
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Forgets the connection of this runspace. The resolver stays: other runspaces may have the module too, and
    /// objects that were handed out go on working.
    /// </remarks>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        if (Runspace.DefaultRunspace is { } runspace)
            ModuleState.For(runspace).Context = null;
    }
}
