namespace TencentImageReplication.Core.Rollout;

/// <summary>A target as the user names it: by exact ID or by exact name.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">The ID or the name.</param>
/// <param name="IsId">True for an ID.</param>
public sealed record TargetSelector(PublicationKind Kind, string Text, bool IsId)
{
    /// <summary>Creates the selectors of IDs and of names.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="ids">The IDs; null for none.</param>
    /// <param name="names">The names; null for none.</param>
    public static IEnumerable<TargetSelector> Of(PublicationKind kind, IEnumerable<string>? ids, IEnumerable<string>? names) =>
        (ids ?? []).Select(id => new TargetSelector(kind, id, IsId: true)).Concat((names ?? []).Select(name => new TargetSelector(kind, name, IsId: false)));

    /// <summary>Checks if the target has this ID or name.</summary>
    public bool Selects(string id, string name) => Text == (IsId ? id : name);
}
