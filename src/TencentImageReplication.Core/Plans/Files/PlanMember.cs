namespace TencentImageReplication.Core.Plans.Files;

/// <summary>A key of a table in a plan file, and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Line">The line of the key, from 1.</param>
/// <param name="Value">The value.</param>
public sealed record PlanMember(string Key, int Line, PlanNode Value);
