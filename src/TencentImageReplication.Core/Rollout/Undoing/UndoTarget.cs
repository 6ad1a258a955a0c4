using TencentImageReplication.Core.Api.AutoScaling;

namespace TencentImageReplication.Core.Rollout.Undoing;

/// <summary>A publication to undo, and its target as it is now.</summary>
internal sealed record UndoTarget
{
    /// <summary>The row.</summary>
    public required Publication Row { get; init; }

    /// <summary>True if the version or the image must be set back.</summary>
    public bool SetsBack { get; init; }

    /// <summary>The group; null for other kinds.</summary>
    public AutoScalingGroup? Group { get; init; }

    /// <summary>The refresh to roll back; null for none.</summary>
    public RefreshActivity? Origin { get; init; }

    /// <summary>The rollback that exists; null for none.</summary>
    public RefreshActivity? Rollback { get; init; }

    /// <summary>The reason why it cannot be undone; null for none.</summary>
    public Exception? Problem => Row.Error;

    /// <summary>True if there is nothing to do.</summary>
    public bool IsUnchanged => Problem is null && !SetsBack && Origin is null;
}
