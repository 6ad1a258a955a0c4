using System.Globalization;
using TencentImageReplication.Objects;

namespace TencentImageReplication.Tests.Objects;

/// <summary>A text is read as the time that it was written for, or not at all.</summary>
public sealed class TimeTextTests
{
    private static readonly DateTime Afternoon = new(2026, 3, 25, 14, 7, 9, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-03-25T14:07:09Z", "2026-03-25T14:07:09Z")]
    [InlineData("2026-03-25t14:07:09.1200000z", "2026-03-25T14:07:09.12Z")]
    [InlineData("2026-03-25T14:07:09.1234567Z", "2026-03-25T14:07:09.1234567Z")]
    [InlineData("2026-03-25T14:07:09+08:00", "2026-03-25T06:07:09Z")]
    [InlineData("2026-03-25 14:07:09 -0530", "2026-03-25T19:37:09Z")]
    [InlineData("2026-03-25T14:07", "2026-03-25T14:07:00Z")]
    [InlineData("2026-03-25", "2026-03-25T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    public void ISO_8601_is_read(string text, string expected) =>
        Assert.Equal(expected, TimeText.TryRead(text, DateTimeKind.Utc)?.Utc);

    [Theory]
    [InlineData("3/25/2026 2:07:09 PM")]
    [InlineData("3/25/2026 2:07:09\u202fPM")]
    [InlineData("25/03/2026 14:07:09")]
    [InlineData("25.03.2026 14:07:09")]
    [InlineData("25-03-2026 14.07.09")]
    [InlineData("2026/3/25 14:07:09")]
    [InlineData("2026. 03. 25. 14:07:09")]
    [InlineData("25/3/2569 14:07:09")]
    public void What_older_versions_wrote_is_read_where_it_is_one_time(string text) =>
        Assert.Equal(Afternoon, TimeText.TryRead(text, DateTimeKind.Utc)?.ToUniversalTime());

    [Theory]
    [InlineData("05.03.2026 00:30:00", "2026-03-05T00:30:00Z")]
    [InlineData("05-03-2026 00.30.00", "2026-03-05T00:30:00Z")]
    [InlineData("05/05/2026 00:30:00", "2026-05-05T00:30:00Z")]
    [InlineData("12/31/2026 12:30:00 AM", "2026-12-31T00:30:00Z")]
    [InlineData("12/31/2026 12:30:00 PM", "2026-12-31T12:30:00Z")]
    [InlineData("12/31/2026 0:30", "2026-12-31T00:30:00Z")]
    public void Days_and_hours_are_told_apart(string text, string expected) =>
        Assert.Equal(expected, TimeText.TryRead(text, DateTimeKind.Utc)?.Utc);

    [Theory]
    [InlineData("05/03/2026 14:07:09")]
    [InlineData("3/5/2569 14:07:09")]
    [InlineData("1404/12/14 14:07:09")]
    [InlineData("16/09/47 02:07:09 م")]
    [InlineData("16/09/1447 02:07:09")]
    [InlineData("25/25/2026 14:07:09")]
    [InlineData("2026-02-29T00:00:00Z")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2026-03-25T24:00:00Z")]
    [InlineData("2026-03-25T14:60:00Z")]
    [InlineData("2026-03-25 13:00 PM")]
    [InlineData("2026-03-25 0:00 AM")]
    [InlineData("2026-03-25T14:07:09+15:00")]
    [InlineData("0001-01-01T00:00:00+08:00")]
    [InlineData("9999-12-31T23:59:59-05:00")]
    [InlineData("2026/03-25")]
    [InlineData("25/03/26 14:07:09")]
    [InlineData("2026-03-25T14:07:09Z or so")]
    [InlineData("the day before yesterday")]
    [InlineData("1/1")]
    [InlineData("46106.588")]
    [InlineData(" ")]
    public void What_cannot_be_told_is_not_read(string text) => Assert.Null(TimeText.TryRead(text, DateTimeKind.Utc));

    [Fact]
    public void No_culture_s_text_is_read_as_another_time()
    {
        var wrong = from culture in CultureInfo.GetCultures(CultureTypes.AllCultures)
                    from day in Enumerable.Range(0, 120)
                    let time = new DateTime(2026, 1, 1, 2, 30, 15, DateTimeKind.Utc).AddHours(day * 73)
                    let text = time.ToString(culture)
                    let read = TimeText.TryRead(text, DateTimeKind.Utc)
                    where read is not null && read.Value.ToUniversalTime() != time
                    select $"{culture.Name}: {text} of {time:s} is read as {read}";
        Assert.Empty(wrong.Take(20));
    }

    [Theory]
    [InlineData("de-DE", 120)]
    [InlineData("da-DK", 120)]
    [InlineData("zh-CN", 120)]
    [InlineData("fr-FR", 76)]
    [InlineData("en-US", 76)]
    [InlineData("th-TH", 76)]
    public void Most_of_what_a_culture_writes_is_read(string culture, int least)
    {
        var times = Enumerable.Range(0, 120).Select(day => Afternoon.AddDays(day)).ToArray();
        Assert.InRange(
            times.Count(time => TimeText.TryRead(time.ToString(CultureInfo.GetCultureInfo(culture)), DateTimeKind.Utc)?.ToUniversalTime() == time),
            least,
            times.Length);
    }

    [Fact]
    public void A_text_without_a_zone_is_in_the_one_that_is_expected()
    {
        var local = TimeText.TryRead("2026-03-25T14:07:09", DateTimeKind.Local)!.Value;

        Assert.Equal(new DateTime(2026, 3, 25, 14, 7, 9), local.ToLocalTime());
        Assert.Equal(DateTimeKind.Local, local.ToLocalTime().Kind);
        Assert.Equal("2026-03-25T14:07:09Z", TimeText.TryRead("2026-03-25T14:07:09", DateTimeKind.Utc)?.Utc);
    }
}
