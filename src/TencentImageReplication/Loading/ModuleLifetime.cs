using System.Management.Automation;

namespace TencentImageReplication.Loading;

/// <summary>Handles the import of the module.</summary>
/// <remarks>
/// The import only registers the folder of the private dependencies. They are loaded when the first command needs
/// them. Nothing happens when the module is removed: Import-Module -Force removes it too, and must not end the connection of a
/// session; and emitted objects still need the dependencies.
/// </remarks>
public sealed class ModuleLifetime : IModuleAssemblyInitializer
{
    /// <inheritdoc/>
    public void OnImport()
    {
        var here = Path.GetDirectoryName(typeof(ModuleLifetime).Assembly.Location);
        if (!string.IsNullOrEmpty(here))
            DependencyResolver.Register(Path.Combine(here, "dependencies"));
    }
}
