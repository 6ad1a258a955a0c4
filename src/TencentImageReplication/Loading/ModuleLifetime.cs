using System.Management.Automation;
using System.Management.Automation.Runspaces;
using TencentImageReplication.Session;

namespace TencentImageReplication.Loading;

/// <summary>Handles the import and the removal of the module.</summary>
/// <remarks>
/// The import only registers the folder of the private dependencies. They are loaded when the first command needs
/// them.
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
    /// Forgets the connection of this runspace. The resolver stays: other runspaces may use the module too, and
    /// emitted objects still need it.
    /// </remarks>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        if (Runspace.DefaultRunspace is { } runspace)
            ModuleState.For(runspace).Context = null;
    }
}
