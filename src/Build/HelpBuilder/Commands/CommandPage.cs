namespace TencentImageReplication.HelpBuilder.Commands;

/// <summary>The help of one command.</summary>
internal sealed record CommandPage
{
    internal required string Name { get; init; }

    /// <summary>The help file that PowerShell looks for: the name of the assembly with <c>-Help.xml</c>.</summary>
    internal required string HelpFile { get; init; }

    /// <summary>The web address of the help; empty for none.</summary>
    internal required string OnlineVersion { get; init; }

    internal required IReadOnlyList<Paragraph> Synopsis { get; init; }

    internal required IReadOnlyList<Paragraph> Description { get; init; }

    internal required IReadOnlyList<ParameterSet> ParameterSets { get; init; }

    internal required IReadOnlyList<ParameterHelp> Parameters { get; init; }

    internal required IReadOnlyList<TypeHelp> Inputs { get; init; }

    internal required IReadOnlyList<TypeHelp> Outputs { get; init; }

    internal required IReadOnlyList<Paragraph> Notes { get; init; }

    internal required IReadOnlyList<ExampleHelp> Examples { get; init; }

    internal required IReadOnlyList<RelatedLink> Links { get; init; }
}
