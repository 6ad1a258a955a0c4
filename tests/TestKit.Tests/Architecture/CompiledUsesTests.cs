using TencentImageReplication.TestKit.Architecture;

namespace TencentImageReplication.TestKit.Tests.Architecture;

public class CompiledUsesTests
{
    private static readonly IReadOnlyList<FolderUse> Uses =
        CompiledUses.Read(typeof(CompiledUsesTests).Assembly.Location, "TencentImageReplication.TestKit.Tests.Architecture.Sample");

    [Theory]
    [InlineData("BaseType")]
    [InlineData("ImplementedInterface")]
    [InlineData("AttributeOnly")]
    [InlineData("AttributeArgument")]
    [InlineData("Constraint")]
    [InlineData("Field")]
    [InlineData("Signature")]
    [InlineData("Body")]
    [InlineData("GenericCall")]
    [InlineData("Caught")]
    [InlineData("Closure")]
    [InlineData("AsyncMethod")]
    [InlineData("Iterator")]
    [InlineData("NestedType")]
    public void Every_way_to_use_a_type_is_found(string folder)
    {
        var use = Assert.Single(Uses, use => use.From == folder && use.To != folder);
        Assert.Equal("Used", use.To);
        Assert.StartsWith("Sample", use.Example, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_uses_nothing_is_known()
    {
        Assert.Single(Uses, use => use.From == "Nothing");
        Assert.Single(Uses, use => use.From == "Used");
    }
}
