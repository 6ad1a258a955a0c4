using System.Globalization;

namespace TencentImageReplication.Core.Tests;

public sealed class LocalizedTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    [Theory]
    [InlineData("en-US", "text")]
    [InlineData("de-DE", "text")]
    [InlineData("", "text")]
    [InlineData("zh-TW", "text")]
    [InlineData("zh-CN", "文本")]
    [InlineData("zh-Hans", "文本")]
    [InlineData("zh-SG", "文本")]
    public void The_language_is_that_of_the_ui_culture(string culture, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(expected, Localized.Text("text", "文本"));
    }

    public void Dispose() => CultureInfo.CurrentUICulture = _before;
}
