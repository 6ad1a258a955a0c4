namespace TencentImageReplication.Core.Rollout;

/// <summary>A target as the user names it: by exact ID or by exact name.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">The ID or the name.</param>
/// <param name="IsId">True for an ID.</param>
public sealed record TargetSelector(PublicationKind Kind, string Text, bool IsId)
{
    /// <summary>Checks if the target has this ID or name.</summary>
    public bool Selects(string id, string name) => Text == (IsId ? id : name);
}
