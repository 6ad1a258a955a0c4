using TencentImageReplication.Core.Images.Editing;

namespace TencentImageReplication.Core.Testing;

/// <summary>The options of a command that tests images.</summary>
public sealed record BootTestOptions
{
    /// <summary>The settings of the instances.</summary>
    public required BootTestSettings Settings { get; init; }

    /// <summary>The maximum price of an instance per hour, in the currency of the account; null for no maximum.</summary>
    public double? MaximumPrice { get; init; }

    /// <summary>True to keep the instance of a failed test until its timer deletes it.</summary>
    public bool KeepFailed { get; init; }

    /// <summary>The maximum number of concurrent tests.</summary>
    public int MaxConcurrency { get; init; } = 10;

    /// <summary>Sets a tag on images that pass; null sets none.</summary>
    public ImageTagger? Tagger { get; init; }

    /// <summary>Asks for confirmation of each test.</summary>
    public required Func<BootTestPlan, Task<bool>> ConfirmAsync { get; init; }

    /// <summary>Receives each test when its instance is requested; called from any thread.</summary>
    public Action<BootTestRequest>? Starting { get; init; }
}
