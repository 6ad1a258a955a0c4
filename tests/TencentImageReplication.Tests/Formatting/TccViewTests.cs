using System.Collections;
using TencentImageReplication.Formatting;

namespace TencentImageReplication.Tests.Formatting;

public sealed class TccViewTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("golden-web", "golden-web")]
    [InlineData("黄金 ü", "黄金 ü")]
    [InlineData("a\u001b[2J\r\nb\tc\u009b", "a\\x1b[2J\\r\\nb\\tc\\x9b")]
    [InlineData("exe.\u202egpj", "exe.\\u202egpj")]
    [InlineData("a\u200bb\u2028c", "a\\u200bb\\u2028c")]
    public void Control_characters_are_escaped(string? text, string expected) =>
        Assert.Equal(expected, TccView.Text(text));

    [Fact]
    public void Live_and_saved_collections_read_as_one_line()
    {
        Assert.Equal("env=prod; team=w\\neb", TccView.Text(new TccTagCollection([new("team", "w\neb"), new("env", "prod")])));
        Assert.Equal("env=prod; team=web", TccView.Text(new Hashtable { ["team"] = "web", ["env"] = "prod" }));
        Assert.Equal("snap-1; snap-2", TccView.Text(new ArrayList { "snap-1", "snap-2" }));
    }

    [Theory]
    [InlineData("NORMAL")]
    [InlineData("FORMATTING")]
    public void A_state_has_no_colour_if_nothing_would_remove_it(string state) =>
        Assert.Equal(state, TccView.State(state, host: null, style: null));
}
