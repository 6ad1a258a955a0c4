using TencentImageReplication.HelpBuilder.About;

namespace TencentImageReplication.HelpBuilder.Tests;

public sealed class WordWrapTests
{
    [Fact]
    public void Lines_end_at_spaces()
    {
        Assert.Equal(["aa bb", "cccccccc", "d"], WordWrap.Lines("aa bb cccccccc d", columns: 6, hanging: 0));
    }

    [Fact]
    public void Later_lines_are_indented()
    {
        Assert.Equal(["- aa", "  bb", "  cc"], WordWrap.Lines("- aa bb cc", columns: 5, hanging: 2));
    }

    [Fact]
    public void Chinese_is_broken_between_characters_and_never_before_a_full_stop()
    {
        Assert.Equal(["复制镜", "像到 ap", "地域。"], WordWrap.Lines("复制镜像到 ap 地域。", columns: 7, hanging: 0));
    }
}
