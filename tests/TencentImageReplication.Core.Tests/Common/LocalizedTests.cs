using System.Globalization;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Tests.Common;

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

    [Theory]
    [InlineData("en-US", "en-US")]
    [InlineData("zh-CN", "zh-CN")]
    [InlineData("zh-TW", "en-US")]
    public void The_service_is_asked_for_one_of_its_languages(string culture, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(expected, Localized.ServiceLanguage);
    }

    [Theory]
    [InlineData("en-US", "ap-beijing, ap-shanghai")]
    [InlineData("zh-CN", "ap-beijing、ap-shanghai")]
    public void A_list_has_the_separator_of_the_language(string culture, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(expected, Localized.List(["ap-beijing", "ap-shanghai"]));
    }

    // As on a thread of Windows PowerShell, which has the UI culture of Windows.
    [Fact]
    public async Task Work_keeps_the_language_of_what_it_is_done_for_on_threads_of_another_culture()
    {
        var text = await Task.Run(async () =>
        {
            Localized.Follow(CultureInfo.GetCultureInfo("zh-CN"));
            return await Task.Run(() =>
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
                return Localized.Text("text", "文本");
            });
        });

        Assert.Equal("文本", text);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        Assert.Equal("text", Localized.Text("text", "文本"));
    }

    public void Dispose() => CultureInfo.CurrentUICulture = _before;
}
