namespace TencentImageReplication.HelpBuilder.Commands;

/// <summary>The help of one parameter.</summary>
internal sealed record ParameterHelp
{
    internal const string AllSets = "(All)";

    internal required string Name { get; init; }

    internal required IReadOnlyList<Paragraph> Description { get; init; }

    /// <summary>The type as PowerShell writes it, such as <c>String[]</c>.</summary>
    internal required string Type { get; init; }

    /// <summary>The sets that the parameter is in; <see cref="AllSets"/> alone for all of them.</summary>
    internal required IReadOnlyList<string> Sets { get; init; }

    internal required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The only values that are accepted; none when there is no such list.</summary>
    internal required IReadOnlyList<string> AcceptedValues { get; init; }

    internal required bool Required { get; init; }

    /// <summary>A number, or <c>Named</c>.</summary>
    internal required string Position { get; init; }

    internal required string DefaultValue { get; init; }

    /// <summary><c>False</c>, or <c>True (ByValue, ByPropertyName)</c> or one of the two.</summary>
    internal required string PipelineInput { get; init; }

    internal required bool Wildcards { get; init; }

    internal bool IsSwitch => Type == "SwitchParameter";

    internal bool IsArray => Type.EndsWith("[]", StringComparison.Ordinal);

    internal bool IsIn(string set) => Sets is [AllSets] || Sets.Contains(set, StringComparer.Ordinal);
}
