namespace TencentImageReplication.Core.Rules;

/// <summary>Tencent's names of the image states (field <c>ImageState</c> of DescribeImages), and what they mean.</summary>
public static class ImageStates
{
    /// <summary>Usable.</summary>
    public const string Normal = "NORMAL";

    /// <summary>Being copied.</summary>
    public const string Syncing = "SYNCING";

    /// <summary>Being made.</summary>
    public const string Creating = "CREATING";

    private const string Importing = "IMPORTING";
    private const string CreateFailed = "CREATEFAILED";
    private const string ImportFailed = "IMPORTFAILED";

    /// <summary>All that are documented.</summary>
    public static IReadOnlyList<string> All { get; } = [Normal, Creating, Syncing, Importing, CreateFailed, ImportFailed];

    /// <summary>Whether the image will never become usable. A state that is not known counts as still under way.</summary>
    public static bool IsFailed(string? state) => state is CreateFailed or ImportFailed;
}
