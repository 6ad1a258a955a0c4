using TencentImageReplication.TestKit.Architecture;

namespace TencentImageReplication.TestKit.Tests.Architecture;

public class ArchitecturePictureTests
{
    private static string Page(params string[] lines) => $"# Page\n\n```architecture Product\n{string.Join("\n", lines)}\n```\n\n```architecture Other\nX\n```\n";

    [Fact]
    public void Folders_and_arrows_are_read_from_the_block_of_the_assembly()
    {
        var picture = ArchitecturePicture.Parse(Page("(root)  -> Images/Copying, Model   # the entry", "", "Images/Copying -> Model", "Model   # data"), "Product");

        Assert.Equal(["(root)", "Images/Copying", "Model"], picture.Folders);
        Assert.Equal([("(root)", "Images/Copying"), ("(root)", "Model"), ("Images/Copying", "Model")], picture.Arrows);
    }

    [Theory]
    [InlineData("Model -> Actions", "Model -> Actions, but no line for Actions")]
    [InlineData("A -> B\nB -> A", "B -> A in the picture of Product does not point down")]
    [InlineData("A -> A", "A -> A in the picture of Product does not point down")]
    [InlineData("A -> B\nB\nA", "has the folder A twice")]
    [InlineData("A -> B, B\nB", "an arrow of A twice")]
    [InlineData("A => B\nB", "'A => B' in the picture")]
    [InlineData("A ->\nB", "'A ->' in the picture")]
    [InlineData("A -> B C\nB\nC", "'A -> B C' in the picture")]
    public void A_picture_that_is_not_well_formed_is_refused(string lines, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArchitectureException>(() => ArchitecturePicture.Parse(Page(lines), "Product")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_page_has_one_picture_of_an_assembly()
    {
        Assert.Throws<ArchitectureException>(() => ArchitecturePicture.Parse("# Page\n", "Product"));
        Assert.Throws<ArchitectureException>(() => ArchitecturePicture.Parse(Page("A") + Page("A"), "Product"));
        Assert.Throws<ArchitectureException>(() => ArchitecturePicture.Parse("```architecture Product\nA\n", "Product"));
    }

    [Theory]
    [InlineData("Loading", "Loading/*")]
    [InlineData("Loading/NetCore", "Loading/*")]
    [InlineData("LoadingDock", null)]
    [InlineData("Images", "Images")]
    [InlineData("Images/Copying", null)]
    public void A_star_stands_for_the_subfolders(string folder, string? expected) =>
        Assert.Equal(expected, ArchitecturePicture.Parse(Page("Images", "Loading/*"), "Product").FolderOf(folder));
}
