namespace TencentImageReplication.Core.Rollout;

/// <summary>A change of a target, for the confirmation.</summary>
/// <param name="Row">The target.</param>
/// <param name="IsUndo">True to undo a publication.</param>
/// <param name="Batches">The number of batches of the refresh; null without one.</param>
/// <param name="Resumes">True if a paused refresh is resumed.</param>
public sealed record RolloutStep(Publication Row, bool IsUndo, long? Batches, bool Resumes);
