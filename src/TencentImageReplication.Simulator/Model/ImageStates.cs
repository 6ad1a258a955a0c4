namespace TencentImageReplication.Simulator.Model;

/// <summary>The states of an image. Source: the field <c>Image.ImageState</c> of Tencent's API metadata.</summary>
public static class ImageStates
{
    /// <summary>In creation from an instance.</summary>
    public const string Creating = "CREATING";

    /// <summary>Available.</summary>
    public const string Normal = "NORMAL";

    /// <summary>The creation or the copy failed.</summary>
    public const string CreateFailed = "CREATEFAILED";

    /// <summary>A copy in progress, or the source of one.</summary>
    public const string Syncing = "SYNCING";

    /// <summary>In import.</summary>
    public const string Importing = "IMPORTING";

    /// <summary>The import failed.</summary>
    public const string ImportFailed = "IMPORTFAILED";

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<string> All { get; } = [Creating, Normal, CreateFailed, Syncing, Importing, ImportFailed];
}
