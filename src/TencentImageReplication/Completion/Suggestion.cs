namespace TencentImageReplication.Completion;

/// <summary>A value to suggest if it matches the typed word.</summary>
/// <param name="Value">The value.</param>
/// <param name="Tip">The description; null if the value needs none.</param>
/// <param name="OtherName">Another name that finds it.</param>
internal sealed record Suggestion(string Value, string? Tip = null, string? OtherName = null);
