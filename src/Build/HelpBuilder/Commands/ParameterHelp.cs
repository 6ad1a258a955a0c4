namespace TencentImageReplication.HelpBuilder.Commands;

/// <summary>The help of one parameter.</summary>
internal sealed record ParameterHelp
{
    internal const string AllSets = "(All)";

    internal required string Name { get; init; }

    internal required IReadOnlyList<Paragraph> Description { get; init; }

    /// <summary>The type in the notation of PowerShell, such as <c>String[]</c>.</summary>
    internal required string Type { get; init; }

    /// <summary>The parameter sets; only <see cref="AllSets"/> for all sets.</summary>
    internal required IReadOnlyList<string> Sets { get; init; }

    internal required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The accepted values; none when any value is accepted.</summary>
    internal required IReadOnlyList<string> AcceptedValues { get; init; }

    internal required bool Required { get; init; }

    /// <summary>The position: a number or <c>Named</c>.</summary>
    internal required string Position { get; init; }

    internal required string DefaultValue { get; init; }

    /// <summary>The pipeline input: <c>False</c>, or <c>True</c> with <c>ByValue</c>, <c>ByPropertyName</c> or both in brackets.</summary>
    internal required string PipelineInput { get; init; }

    internal required bool Wildcards { get; init; }

    internal bool IsSwitch => Type == "SwitchParameter";

    internal bool IsArray => Type.EndsWith("[]", StringComparison.Ordinal);

    internal bool IsIn(string set) => Sets is [AllSets] || Sets.Contains(set, StringComparer.Ordinal);
}
