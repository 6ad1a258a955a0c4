namespace TencentImageReplication.Tests.Support;

/// <summary>The clone that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Its folder.</summary>
    internal static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TencentImageReplication.psd1")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The root of the repository was not found.");
        return folder.FullName;
    }
}
