using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>English summaries, messages and pages use the words of STYLE.md.</summary>
public sealed class PlainWordsTests
{
    public static TheoryData<string> SourceFiles => [.. Find("src", "*.cs")];

    public static TheoryData<string> Pages => [.. Find(Path.Combine("docs", "en-US"), "*.md")
        .Concat(Find(Path.Combine("docs", "decisions"), "*.md"))
        .Append("README.md")
        .Append("CHANGELOG.md")];

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void Code_uses_plain_words(string file) => Assert.Empty(PlainWords.FindInCode(Read(file)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Pages_use_plain_words(string file) => Assert.Empty(PlainWords.FindInPage(Read(file)));

    [Theory]
    [InlineData("What the module says to people.")]
    [InlineData("Whether the copy was there before.")]
    [InlineData("How far a copy has come.")]
    [InlineData("Makes connections.")]
    [InlineData("Says with which account the commands work.")]
    [InlineData("The copy, but for its tags.")]
    [InlineData("A failure that is about one input alone.")]
    [InlineData("The row of a copy as the engine told it.")]
    [InlineData("A row that is asked for again.")]
    [InlineData("The request, whatever came of it.")]
    [InlineData("The properties that a copy is to have.")]
    [InlineData("Images go on being made.")]
    [InlineData("An image that was made of it.")]
    [InlineData("Waits for images and hands on each.")]
    [InlineData("The answer of the service.")]
    [InlineData("A trial call.")]
    [InlineData("The Chinese twin of a text.")]
    [InlineData("The pacer of requests.")]
    [InlineData("A key that a role lends.")]
    [InlineData("Forgets the text\n    /// and repeats the call.")]
    public void A_summary_of_the_old_kind_is_found(string summary) =>
        Assert.NotEmpty(PlainWords.FindInCode($"class C {{\n    /// <summary>{summary}</summary>\n    void M() {{ }} }}"));

    [Theory]
    [InlineData("\"There is nowhere to copy to.\"")]
    [InlineData("$\"Region '{region}' is not known to this version; the service decides.\"")]
    [InlineData("$\"'{text}' is no tag.\"")]
    [InlineData("\"Give -DestinationRegion.\"")]
    [InlineData("\"The request may have been carried out all the same: look before you repeat it.\"")]
    [InlineData("\"An image ID is known in its own \" + \"region alone.\"")]
    [InlineData("$\"Delete {id} for good, after taking it back from {count} accounts\"")]
    [InlineData("one ? \"the price could not be had\" : \"\"")]
    [InlineData("\"Copying is free.\"")]
    public void A_message_of_the_old_kind_is_found(string english) =>
        Assert.NotEmpty(PlainWords.FindInCode($"class C {{ string M() => Localized.Text({english}, \"\"); }}"));

    [Theory]
    [InlineData("Ask again for what failed.")]
    [InlineData("Custom images are copied across regions only, but for\nan encrypted copy.")]
    [InlineData("### -PassThru\nWhether the command emits the images.")]
    [InlineData("## DESCRIPTION\nThe copies are to have the same tags.")]
    public void A_page_of_the_old_kind_is_found(string page) => Assert.NotEmpty(PlainWords.FindInPage(page));

    [Theory]
    [InlineData("Waits for images to become available and emits each one as soon as it is available.")]
    [InlineData("The response of <c>SyncImages</c>.")]
    [InlineData("True if the copy existed before.")]
    public void A_plain_summary_passes(string summary) =>
        Assert.Empty(PlainWords.FindInCode($"class C {{\n    /// <summary>{summary}</summary>\n    string M() => Localized.Text(\"Specify -Region.\", \"由它决定：answer twin\"); }}"));

    [Theory]
    [InlineData("## What you need\n\nThe fault `lost-answer` loses a response.")]
    [InlineData("```powershell\n# ask again\n```")]
    [InlineData("What can I copy?")]
    public void A_plain_page_passes(string page) => Assert.Empty(PlainWords.FindInPage(page));

    private static IEnumerable<string> Find(string folder, string pattern) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal);

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));
}
