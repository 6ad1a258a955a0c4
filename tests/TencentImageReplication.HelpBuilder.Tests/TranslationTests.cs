using Markdig;
using Markdig.Syntax;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.HelpBuilder.Tests;

/// <summary>Each page has a translation with the same parameters and the same code.</summary>
public sealed class TranslationTests : IDisposable
{
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");
    private readonly string _root = Directory.CreateTempSubdirectory().FullName;
    private readonly string _english;
    private readonly string _chinese;

    public TranslationTests()
    {
        _english = Directory.CreateDirectory(Path.Combine(_root, "en-US")).FullName;
        _chinese = Directory.CreateDirectory(Path.Combine(_root, "zh-CN")).FullName;
        foreach (var folder in new[] { _english, _chinese })
        {
            File.WriteAllText(Path.Combine(folder, "Get-Some.md"), Pages.Command.ReplaceLineEndings("\n"));
            File.WriteAllText(Path.Combine(folder, "about_Some.md"), Pages.Topic.ReplaceLineEndings("\n"));
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Chinese_help_is_a_translation_of_English_help()
    {
        var differences = Translations.Differences(Path.Combine(Docs, "en-US"), Path.Combine(Docs, "zh-CN")).ToList();

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void Pages_in_Chinese_are_written_in_Chinese()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Docs, "zh-CN"), "*.md"))
        {
            var page = MarkdownPage.Read(path);
            var prose = Prose(page.Top).Where(text => text.Contains(' ', StringComparison.Ordinal) && text.TrimEnd().EndsWith('.'));
            Assert.True(!prose.Any(), $"{Path.GetFileName(path)} is in English here: {string.Join('\n', prose)}");
        }
    }

    [Fact]
    public void The_README_pages_show_the_same_code_and_link_to_each_other()
    {
        var english = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var chinese = File.ReadAllText(Path.Combine(Repository.Root, "README.zh-CN.md"));

        Assert.Equal(Code(english), Code(chinese));
        Assert.Equal(Headings(english), Headings(chinese));
        Assert.Contains("(README.zh-CN.md)", english, StringComparison.Ordinal);
        Assert.Contains("(README.md)", chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Prose_may_differ()
    {
        Change("Get-Some.md", "Gets it.", "获取它。");

        Assert.Empty(Translations.Differences(_english, _chinese));
    }

    [Fact]
    public void Comments_in_code_may_differ()
    {
        Change("Get-Some.md", """# <- "x" & 'y'""", "# 不是“x”");
        Change("about_Some.md", "if ($true) { 1 }", "if ($true) { 1 } # 一");
        File.WriteAllText(
            Path.Combine(_english, "about_Some.md"),
            File.ReadAllText(Path.Combine(_english, "about_Some.md")).Replace("if ($true) { 1 }", "if ($true) { 1 }   # one", StringComparison.Ordinal));

        Assert.Empty(Translations.Differences(_english, _chinese));
    }

    [Theory]
    [InlineData("Get-Some # all", "Get-Some #")]
    [InlineData("Get-Some     # all 'of' them", "Get-Some #")]
    [InlineData("    # all\n    Get-Some", "#\n    Get-Some")]
    [InlineData("'a # b' # c", "'a # b' #")]
    [InlineData("\"a `\" # b\" # c", "\"a `\" # b\" #")]
    [InlineData("'a\n# b\n' # c", "'a\n# b\n' #")]
    [InlineData("@'\n# it's\n'@ | Set-Content a # b", "@'\n# it's\n'@ | Set-Content a #")]
    [InlineData("ap#b $a.#c", "ap#b $a.#c")]
    [InlineData("Get-Some `# a", "Get-Some `# a")]
    [InlineData("Get-Some", "Get-Some")]
    public void Only_comments_are_removed_from_code(string code, string expected) => Assert.Equal(expected, CodeComments.Remove(code));

    [Fact]
    public void A_page_without_its_twin_is_named()
    {
        File.Delete(Path.Combine(_chinese, "Get-Some.md"));
        File.Delete(Path.Combine(_english, "about_Some.md"));

        Assert.Equal(
            ["zh-CN/Get-Some.md: the page is missing, but en-US has it.", "en-US/about_Some.md: the page is missing, but zh-CN has it."],
            Translations.Differences(_english, _chinese));
    }

    [Fact]
    public void A_parameter_without_its_twin_is_named()
    {
        Change("Get-Some.md", "### -Context", "### -Connection");
        Change("Get-Some.md", "[-Context ", "[-Connection ");

        var differences = Translations.Differences(_english, _chinese).ToList();

        Assert.Contains("zh-CN/Get-Some.md: -Context is missing, but en-US has it.", differences);
        Assert.Contains("en-US/Get-Some.md: -Connection is missing, but zh-CN has it.", differences);
    }

    [Theory]
    [InlineData("Get-Some.md", "Aliases: n, nm", "Aliases: n", "-Name")]
    [InlineData("Get-Some.md", "Get-Some a-b |", "Get-Some a-c |", "the code of example 1")]
    [InlineData("Get-Some.md", """  # <- "x" & 'y'""", "", "the code of example 1")]
    [InlineData("about_Some.md", "if ($true) { 1 }", "if ($true) { 2 }", "code block 1")]
    [InlineData("about_Some.md", "2. Two", "", "the kinds of paragraphs of part 1 of LONG DESCRIPTION")]
    public void Differences_are_named(string page, string text, string instead, string part)
    {
        Change(page, text, instead);

        Assert.StartsWith($"zh-CN/{page}: {part} is not as in en-US:\n", Assert.Single(Translations.Differences(_english, _chinese)), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Prose(Section section) => PlainTextOf(section).Concat(section.Sections.SelectMany(Prose));

    private static IEnumerable<string> PlainTextOf(Section section) =>
        section.Text().Where(paragraph => paragraph.Kind != ParagraphKind.Code).Select(paragraph => paragraph.Text);

    private static IEnumerable<string> Code(string page) =>
        Markdown.Parse(page).Descendants<FencedCodeBlock>().Select(code => $"{code.Info}\n{CodeComments.Remove(PlainText.Of(code))}");

    private static IEnumerable<int> Headings(string page) =>
        Markdown.Parse(page).Descendants<HeadingBlock>().Select(heading => heading.Level);

    private void Change(string page, string text, string instead)
    {
        var path = Path.Combine(_chinese, page);
        var before = File.ReadAllText(path);
        Assert.Contains(text, before, StringComparison.Ordinal);
        File.WriteAllText(path, before.Replace(text, instead, StringComparison.Ordinal));
    }
}
