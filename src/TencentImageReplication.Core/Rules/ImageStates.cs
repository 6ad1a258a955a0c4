namespace TencentImageReplication.Core.Rules;

/// <summary>The names of the image states (field <c>ImageState</c> of DescribeImages).</summary>
public static class ImageStates
{
    /// <summary>The image can be used.</summary>
    public const string Normal = "NORMAL";

    /// <summary>The image is being copied.</summary>
    public const string Syncing = "SYNCING";

    /// <summary>The image is being created.</summary>
    public const string Creating = "CREATING";

    private const string Importing = "IMPORTING";
    private const string CreateFailed = "CREATEFAILED";
    private const string ImportFailed = "IMPORTFAILED";

    /// <summary>All documented states.</summary>
    public static IReadOnlyList<string> All { get; } = [Normal, Creating, Syncing, Importing, CreateFailed, ImportFailed];

    /// <summary>Checks for a state from which an image cannot become usable. An unknown state counts as in progress.</summary>
    public static bool IsFailed(string? state) => state is CreateFailed or ImportFailed;
}
