using TencentImageReplication.HelpBuilder.Commands;

namespace TencentImageReplication.HelpBuilder.Tests;

public sealed class CommandPageTests
{
    [Fact]
    public void Text_has_no_markup_and_no_line_breaks()
    {
        var page = Read(Pages.Command);

        Assert.Equal("Gets some of them.", Assert.Single(page.Synopsis).Text);
        Assert.Equal(
            ["First line of two. See the page (https://example.com/page) or Set-Some.", "- one", "- two"],
            page.Description.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void Code_stays_unchanged()
    {
        var example = Assert.Single(Read(Pages.Command).Examples);

        Assert.Equal("Get-Some a-b |\n    Out-Null  # <- \"x\" & 'y'", example.Code);
        Assert.Equal("Gets it.", Assert.Single(example.Remarks).Text);
    }

    [Fact]
    public void Each_set_has_its_parameters_in_the_order_of_its_syntax()
    {
        var sets = Read(Pages.Command).ParameterSets;

        Assert.Equal(["ByName", "All"], sets.Select(set => set.Name));
        Assert.Equal(["Name", "Context"], sets[0].Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["All", "Context"], sets[1].Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void The_properties_of_a_parameter_come_from_its_yaml()
    {
        var name = Read(Pages.Command).Parameters[0];

        Assert.Equal("String[]", name.Type);
        Assert.Equal(["n", "nm"], name.Aliases);
        Assert.True(name.Required);
        Assert.True(name.Wildcards);
        Assert.Equal("0", name.Position);
        Assert.Equal("True (ByPropertyName)", name.PipelineInput);
    }

    [Theory]
    [InlineData("## NOTES", "## NOTES AND MORE", "no section 'NOTES'")]
    [InlineData("Required: True\n", "", "'Required:' is missing")]
    [InlineData("Required: True", "Required: Yes", "must be True or False")]
    [InlineData("Parameter Sets: ByName", "Parameter Sets: ByName, Other", "has no syntax")]
    [InlineData("Get-Some [-All] ", "Get-Some ", "the set 'All'")]
    [InlineData("schema: 2.0.0", "schema: 1.0.0", "must be 2.0.0")]
    [InlineData("# Get-Some\n", "# Get-Other\n", "it must be 'Get-Some'")]
    [InlineData("- one", "- one\n\n  more", "must be one paragraph")]
    [InlineData("Gets it.", "", "There is no text")]
    public void Contradictions_are_refused(string text, string instead, string problem)
    {
        var page = Pages.Command.ReplaceLineEndings("\n");
        Assert.Contains(text, page, StringComparison.Ordinal);

        var failure = Assert.Throws<HelpSourceException>(() => Read(page.Replace(text, instead, StringComparison.Ordinal)));

        Assert.Matches(@"^docs/Get-Some\.md\(\d+\): error HELP: ", failure.Message);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    private static CommandPage Read(string text) =>
        CommandPageReader.Read(MarkdownPage.Parse("docs/Get-Some.md", text.ReplaceLineEndings("\n")));
}
