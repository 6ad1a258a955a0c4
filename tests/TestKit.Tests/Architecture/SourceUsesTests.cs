using TencentImageReplication.TestKit.Architecture;

namespace TencentImageReplication.TestKit.Tests.Architecture;

public sealed class SourceUsesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("using Product.Model;", "Model")]
    [InlineData("using Product;", "(root)")]
    [InlineData("using global::Product.Images.Copying;", "Images/Copying")]
    [InlineData("using static Product.Model.States;", "Model")]
    [InlineData("using States = Product.Model.States;", "Model")]
    [InlineData("global using Product.Model;", "Model")]
    public void A_directive_is_a_use(string directive, string folder)
    {
        var use = Assert.Single(SourceUses.ReadFile($"using System;\n{directive}\n\nnamespace Product.Actions;\n", "Actions/Run.cs", "Product"));

        Assert.Equal(("Actions", folder), (use.From, use.To));
        Assert.Equal("Actions/Run.cs has a using directive for it", use.Example);
    }

    [Theory]
    [InlineData("using System;\n\nnamespace Product.Actions;\n")]
    [InlineData("using Product.Actions;\n\nnamespace Product.Actions;\n")]
    [InlineData("using ProductTwo.Model;\n\nnamespace Product.Actions;\n")]
    [InlineData("using Product.Model;\n\nnamespace Elsewhere;\n")]
    [InlineData("namespace Product.Actions;\n\ninternal class A\n{\n    void Run()\n    {\n        using var model = Product.Model.Open();\n    }\n}\n")]
    public void Others_are_not(string text) => Assert.Empty(SourceUses.ReadFile(text, "Actions/Run.cs", "Product"));

    [Fact]
    public void A_file_has_the_namespace_of_its_folder()
    {
        Write("Entry.cs", "Product");
        Write("Images/Copying/Copy.cs", "Product.Images.Copying");
        Write("Loading/NetCore/Load.cs", "Product.Loading");
        Write("Model/Image.cs", "Product.Images");
        Write("obj/Generated.cs", "Elsewhere");

        Assert.Equal(
            ["Model/Image.cs has the namespace Product.Images instead of Product.Model."],
            SourceUses.Misplaced(_folder.FullName, "Product", ["Loading/NetCore"], []));
    }

    private void Write(string path, string typeNamespace)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, $"namespace {typeNamespace};\n");
    }
}
