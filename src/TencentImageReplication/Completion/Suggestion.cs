namespace TencentImageReplication.Completion;

/// <summary>A value that would fit, before it is known whether it goes with what has been typed.</summary>
/// <param name="Value">The value.</param>
/// <param name="Tip">What it is, for people; null when the value says it all.</param>
/// <param name="OtherName">What else people type when they mean it.</param>
internal sealed record Suggestion(string Value, string? Tip = null, string? OtherName = null);
