using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Tests.Rules;

public sealed class ImageTagRulesTests
{
    [Theory]
    [InlineData("env", "prod", null)]
    [InlineData("env", "", "TagWithoutValue")]
    [InlineData("qcs:team", "web", "TagReserved")]
    [InlineData("QCS:team", "", "TagReserved")]
    [InlineData("team-qcs:", "web", null)]
    public void A_tag_has_a_value_and_a_key_that_is_not_reserved(string key, string value, string? violation) =>
        Assert.Equal(violation, ImageTagRules.Check(new Tag { Key = key, Value = value })?.Id);

    [Fact]
    public void The_mark_of_a_copy_has_a_violation_of_its_own()
    {
        var violation = ImageTagRules.IsMark("copied-from");

        Assert.Equal("TagIsMark", violation.Id);
        Assert.StartsWith("The tag 'copied-from' names the source of a copy.", violation.Message, StringComparison.Ordinal);
    }
}
