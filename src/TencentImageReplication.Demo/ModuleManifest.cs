namespace TencentImageReplication.Demo;

/// <summary>Finds the module in the repository that contains the demo.</summary>
internal static class ModuleManifest
{
    private const string FileName = "TencentImageReplication.psd1";

    internal static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, FileName);
            if (File.Exists(path))
                return path;
        }

        return null;
    }
}
