using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Tests.Transport.Parsing;

public sealed class ServiceTextTests
{
    [Theory]
    [InlineData("img-6pmnl3ik", "img-6pmnl3ik")]
    [InlineData("img-\u001b[2J\u0007\r\n", "img-\\x1b[2J\\x07\\r\\n")]
    [InlineData("img-\u202eabc\u2066\u200f\u200b", "img-\\u202eabc\\u2066\\u200f\\u200b")]
    [InlineData("a\u2028b\u0085c", "a\\u2028b\\x85c")]
    [InlineData("中文 é 😀", "中文 é 😀")]
    public void An_identifier_has_no_hidden_characters(string text, string clean) => Assert.Equal(clean, ServiceText.Identifier(text));

    [Theory]
    [InlineData("line 1\nline 2\r\n\tline 3")]
    [InlineData("family 👨\u200d👩\u200d👧 می\u200cخواهم")]
    [InlineData("a\u001b[2J\u202e")]
    public void A_free_text_keeps_its_characters(string text) => Assert.Equal(text, ServiceText.FreeText(text));

    [Fact]
    public void A_message_is_one_line_without_hidden_characters() =>
        Assert.Equal("a [31m b c 😀", ServiceText.Message("a\u001b[31m\nb\u202ec 😀"));

    [Fact]
    public void Long_texts_are_cut_but_not_inside_a_character()
    {
        Assert.Equal(new string('x', 256), ServiceText.Identifier(new string('x', 256)));
        Assert.Equal(new string('x', 256) + "…", ServiceText.Identifier(new string('x', 5_000_000)));
        Assert.Equal(new string('x', 255) + "…", ServiceText.Identifier(new string('x', 255) + "😀"));
        Assert.Equal(new string('x', 4096) + "…", ServiceText.FreeText(new string('x', 5000)));
        Assert.Equal(new string('x', 2000) + "…", ServiceText.Message(new string('x', 5000)));
    }
}
