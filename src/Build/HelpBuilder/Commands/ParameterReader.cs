using Markdig.Syntax;

namespace TencentImageReplication.HelpBuilder.Commands;

/// <summary>Reads the help of one parameter.</summary>
internal static class ParameterReader
{
    internal static ParameterHelp Read(Section section)
    {
        if (section.Code().LastOrDefault(block => block.Info == "yaml") is not { } block)
            throw section.Error("There is no yaml block.");

        var facts = section.Facts(block);
        return new ParameterHelp
        {
            Name = section.Title.TrimStart('-'),
            Description = Description(section, block),
            Type = facts["Type"],
            Sets = facts.List("Parameter Sets"),
            Aliases = facts.List("Aliases"),
            AcceptedValues = facts.Has("Accepted values") ? facts.List("Accepted values") : [],
            Required = facts.Flag("Required"),
            Position = facts["Position"],
            DefaultValue = facts["Default value"],
            PipelineInput = facts["Accept pipeline input"],
            Wildcards = facts.Flag("Accept wildcard characters"),
        };
    }

    private static IReadOnlyList<Paragraph> Description(Section section, FencedCodeBlock facts)
    {
        section.Blocks.Remove(facts);
        return section.RequireText();
    }
}
