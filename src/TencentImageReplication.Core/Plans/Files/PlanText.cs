namespace TencentImageReplication.Core.Plans.Files;

/// <summary>A text in a plan file.</summary>
/// <param name="Text">The text.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Path">The keys that lead to it, such as <c>Families[0].Targets[1].Account</c>.</param>
internal sealed record PlanText(string Text, int Line, string Path);
