using TencentImageReplication.TestKit.Architecture;

namespace TencentImageReplication.TestKit.Tests.Architecture;

public class ArchitectureCheckTests
{
    private static readonly ArchitecturePicture Picture =
        ArchitecturePicture.Parse("```architecture Product\nActions -> State\nState -> Model\nModel\n```\n", "Product");

    private static readonly FolderUse[] AsDrawn = [new("Actions", "State", "a"), new("State", "Model", "b"), new("Model", "Model", "c")];

    [Fact]
    public void A_true_picture_has_no_differences() => Assert.Empty(ArchitectureCheck.Differences(Picture, AsDrawn));

    [Fact]
    public void An_arrow_that_is_not_in_the_picture_is_reported_with_an_example() => Assert.Equal(
        ["The picture has no arrow Actions -> Model, but Run.Execute uses Image."],
        ArchitectureCheck.Differences(Picture, [.. AsDrawn, new("Actions", "Model", "Run.Execute uses Image")]));

    [Fact]
    public void An_arrow_up_is_reported() => Assert.Equal(
        ["The picture has no arrow Model -> Actions, but Model/Image.cs has a using directive for it."],
        ArchitectureCheck.Differences(Picture, [.. AsDrawn, new("Model", "Actions", "Model/Image.cs has a using directive for it")]));

    [Fact]
    public void An_arrow_that_nothing_needs_is_reported() => Assert.Equal(
        ["The picture has the arrow State -> Model, but nothing in State uses Model."],
        ArchitectureCheck.Differences(Picture, [AsDrawn[0], AsDrawn[2]]));

    [Fact]
    public void Folders_are_compared_both_ways() => Assert.Equal(
        ["The folder Faults is not in the picture.", "The picture has the folder Model, which does not exist.", "The picture has the arrow State -> Model, but nothing in State uses Model."],
        ArchitectureCheck.Differences(Picture, [AsDrawn[0], new("Faults", "State", "d")]));
}
