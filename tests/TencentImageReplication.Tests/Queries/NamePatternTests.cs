using TencentImageReplication.Queries;

namespace TencentImageReplication.Tests.Queries;

public sealed class NamePatternTests
{
    [Theory]
    [InlineData("golden-*", "golden-")]
    [InlineData("*web*2024", "2024")]
    [InlineData("golden-web-2024", "golden-web-2024")]
    [InlineData("a?bcd", "bcd")]
    [InlineData("x[0-9]yz", "x")]
    [InlineData("xy]z*", "xy]z")]
    [InlineData("abc*[]d]efgh", "abc")]
    [InlineData("v`[1`]*", "v[1]")]
    [InlineData("*", "")]
    [InlineData("", "")]
    public void The_longest_literal_is_in_every_match(string pattern, string literal) =>
        Assert.Equal(literal, new NamePattern(pattern).LongestLiteral);

    [Theory]
    [InlineData("golden-*", "GOLDEN-web", true)]
    [InlineData("golden-*", "my-golden-web", false)]
    [InlineData("v`[1`]*", "v[1] final", true)]
    [InlineData("v1]*", "v1] final", true)]
    [InlineData("v[]]x", "v]x", true)]
    public void Matching_is_that_of_PowerShell(string pattern, string name, bool expected) =>
        Assert.Equal(expected, new NamePattern(pattern).Matches(name));

    [Fact]
    public void The_literals_are_complete_or_null()
    {
        Assert.Equal(["web", "db"], new NamePatterns(["web*", "*db"]).Literals(5)!);
        Assert.Null(new NamePatterns(["web*", "*"]).Literals(5));
        Assert.Null(new NamePatterns(["a", "b", "c"]).Literals(2));
        Assert.Null(new NamePatterns(null).Literals(5));
    }
}
