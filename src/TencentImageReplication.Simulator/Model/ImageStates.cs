namespace TencentImageReplication.Simulator.Model;

/// <summary>The states of an image. Source: the field <c>Image.ImageState</c> of Tencent's API metadata.</summary>
public static class ImageStates
{
    /// <summary>Being made from an instance.</summary>
    public const string Creating = "CREATING";

    /// <summary>Usable.</summary>
    public const string Normal = "NORMAL";

    /// <summary>Making it failed.</summary>
    public const string CreateFailed = "CREATEFAILED";

    /// <summary>A copy being made, or the source of one.</summary>
    public const string Syncing = "SYNCING";

    /// <summary>Being imported.</summary>
    public const string Importing = "IMPORTING";

    /// <summary>Importing it failed.</summary>
    public const string ImportFailed = "IMPORTFAILED";
}
