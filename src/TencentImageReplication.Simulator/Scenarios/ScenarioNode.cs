using System.Text.Json;

namespace TencentImageReplication.Simulator.Scenarios;

/// <summary>A value in a scenario file, with its line.</summary>
/// <param name="Kind">The kind of the value.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">The text of a string or a number.</param>
/// <param name="Items">The items of a list.</param>
/// <param name="Members">The members of an object.</param>
internal sealed record ScenarioNode(
    JsonValueKind Kind, int Line, string Text, IReadOnlyList<ScenarioNode> Items, IReadOnlyList<ScenarioMember> Members)
{
    /// <summary>Returns the value of a member; null when there is none.</summary>
    public ScenarioNode? Member(string name) =>
        Members.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.Ordinal))?.Value;

    /// <summary>Returns the text of a member; empty when there is none.</summary>
    public string MemberText(string name) => Member(name) is { Kind: JsonValueKind.String } value ? value.Text : "";
}
