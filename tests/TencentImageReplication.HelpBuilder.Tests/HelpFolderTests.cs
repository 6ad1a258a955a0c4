using System.Xml.Linq;

namespace TencentImageReplication.HelpBuilder.Tests;

public sealed class HelpFolderTests : IDisposable
{
    private readonly string _source = Directory.CreateTempSubdirectory().FullName;
    private readonly string _target = Directory.CreateTempSubdirectory().FullName;

    public void Dispose()
    {
        Directory.Delete(_source, recursive: true);
        Directory.Delete(_target, recursive: true);
    }

    [Fact]
    public void Commands_are_written_to_the_file_that_they_name()
    {
        File.WriteAllText(Path.Combine(_source, "Get-Some.md"), Pages.Command);

        HelpFolder.Build(_source, _target);

        var maml = XDocument.Load(Path.Combine(_target, "Some.dll-Help.xml"));
        Assert.Equal("maml", maml.Root?.Attribute("schema")?.Value);
        Assert.Equal(2, Elements(maml, "syntaxItem").Count());
        Assert.Equal(["One", "Two"], Elements(Elements(maml, "syntaxItem").First(), "parameterValueGroup").Elements().Select(value => value.Value));
        Assert.Equal(["Name", "All", "Context"], Elements(maml, "parameters").Elements().Select(parameter => parameter.Elements().First().Value));
        Assert.Equal(["First line of two. See the page (https://example.com/page) or Set-Some.", "- one\n- two"],
            maml.Root!.Elements().First().Elements().ElementAt(1).Elements().Select(paragraph => paragraph.Value));
        Assert.Equal(["Set-Some", "The page: https://example.com/page"], Elements(maml, "linkText").Select(text => text.Value));
        Assert.DoesNotContain(Elements(maml, "navigationLink").Elements(), element => element.Name.LocalName == "uri");
    }

    [Fact]
    public void Only_the_online_version_can_be_opened()
    {
        var page = Pages.Command.Replace("online version:", "online version: https://example.com/help", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_source, "Get-Some.md"), page);

        HelpFolder.Build(_source, _target);

        var links = Elements(XDocument.Load(Path.Combine(_target, "Some.dll-Help.xml")), "navigationLink");
        var address = Assert.Single(links.Elements(), element => element.Name.LocalName == "uri");
        Assert.Equal("https://example.com/help", address.Value);
    }

    [Fact]
    public void With_the_address_of_the_repository_each_page_has_an_online_version()
    {
        File.WriteAllText(Path.Combine(_source, "Get-Some.md"), Pages.Command);

        HelpFolder.Build(_source, _target, "https://example.com/project/");

        var links = Elements(XDocument.Load(Path.Combine(_target, "Some.dll-Help.xml")), "navigationLink");
        var address = Assert.Single(links.Elements(), element => element.Name.LocalName == "uri");
        Assert.Equal($"https://example.com/project/blob/main/docs/{Path.GetFileName(_source)}/Get-Some.md", address.Value);
    }

    [Fact]
    public void Topics_become_text_of_eighty_columns()
    {
        File.WriteAllText(Path.Combine(_source, "about_Some.md"), Pages.Topic);

        HelpFolder.Build(_source, _target);

        Assert.Equal(
            """
            TOPIC
                about_Some

            SHORT DESCRIPTION
                Some.

            LONG DESCRIPTION
                One two three four five six seven eight nine ten eleven twelve thirteen
                fourteen fifteen sixteen.

              Part
                1. One two three four five six seven eight nine ten eleven twelve thirteen
                   fourteen fifteen sixteen.
                2. Two

                    Get-Some

                    if ($true) { 1 }

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(Path.Combine(_target, "about_Some.help.txt")));
    }

    [Fact]
    public void A_topic_that_is_gone_leaves_no_text_behind()
    {
        File.WriteAllText(Path.Combine(_target, "about_Gone.help.txt"), "");
        File.WriteAllText(Path.Combine(_target, "other.txt"), "");

        HelpFolder.Build(_source, _target);

        Assert.Equal(["other.txt"], Directory.GetFiles(_target).Select(Path.GetFileName));
    }

    [Fact]
    public void A_page_with_a_mistake_leaves_all_help_as_it_was()
    {
        File.WriteAllText(Path.Combine(_source, "about_Some.md"), Pages.Topic);
        File.WriteAllText(Path.Combine(_source, "Get-Some.md"), "# Get-Some");

        Assert.Throws<HelpSourceException>(() => HelpFolder.Build(_source, _target));

        Assert.Empty(Directory.GetFiles(_target));
    }

    private static IEnumerable<XElement> Elements(XContainer container, string name) =>
        container.Descendants().Where(element => element.Name.LocalName == name);
}
