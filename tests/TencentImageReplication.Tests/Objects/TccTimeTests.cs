using System.Globalization;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Objects;

/// <summary>Times as scripts use them: beside Get-Date, in texts, and after they were saved.</summary>
public sealed class TccTimeTests : IDisposable
{
    private static readonly DateTimeOffset Eight = new(2026, 11, 29, 8, 6, 36, TimeSpan.FromHours(8));

    private readonly Shell _shell = new();

    public TccTimeTests()
    {
        _shell.Set("t", (TccTime)Eight);
        _shell.Set("local", Eight.LocalDateTime);
        _shell.Set("unspecified", DateTime.SpecifyKind(Eight.LocalDateTime, DateTimeKind.Unspecified));
        _shell.Set("utc", Eight.UtcDateTime);
        _shell.Set("offset", Eight);
        _shell.Set("text", "2026-11-29T08:06:36+08:00");
    }

    [Theory]
    [InlineData("$local")]
    [InlineData("$unspecified")]
    [InlineData("$utc")]
    [InlineData("$offset")]
    [InlineData("$text")]
    [InlineData("$t")]
    public void On_the_left_it_compares_with_every_kind_of_time(string right)
    {
        Assert.True(Ask($"$t -eq {right}"));
        Assert.True(Ask($"$t -ge {right} -and $t -le {right}"));
        Assert.False(Ask($"$t -gt {right} -or $t -lt {right} -or $t -ne {right}"));
        Assert.True(Ask($"$t.AddSeconds(1) -gt {right} -and $t.AddSeconds(-1) -lt {right}"));
        Assert.False(Ask($"$t.AddSeconds(1) -lt {right} -or $t.AddSeconds(-1) -gt {right}"));
    }

    [Theory]
    [InlineData("$local")]
    [InlineData("$unspecified")]
    [InlineData("$offset")]
    public void On_the_right_it_compares_with_what_Get_Date_returns(string left)
    {
        Assert.True(Ask($"{left} -eq $t"));
        Assert.True(Ask($"{left}.AddSeconds(1) -gt $t -and {left}.AddSeconds(-1) -lt $t"));
        Assert.False(Ask($"{left}.AddSeconds(1) -lt $t -or {left}.AddSeconds(-1) -gt $t"));
    }

    [Theory]
    [InlineData("$t - $local", "00:00:00")]
    [InlineData("$t - $utc", "00:00:00")]
    [InlineData("$local.AddHours(1) - $t", "01:00:00")]
    [InlineData("$t - [timespan]'1:00'", "2026-11-28T23:06:36Z")]
    [InlineData("$t + [timespan]'1:00'", "2026-11-29T01:06:36Z")]
    [InlineData("$t + '1:00'", "2026-11-29T01:06:36Z")]
    [InlineData("$t.Add('1:00').Subtract([timespan]'0:30')", "2026-11-29T00:36:36Z")]
    [InlineData("$t.AddYears(1).AddMonths(-1).AddDays(0.5)", "2027-10-29T12:06:36Z")]
    [InlineData("$t.AddHours(1.5).AddMinutes(-1).AddSeconds(24)", "2026-11-29T01:36:00Z")]
    [InlineData("$t.AddMilliseconds(120).AddTicks(1)", "2026-11-29T00:06:36.1200001Z")]
    [InlineData("$t", "2026-11-29T00:06:36Z")]
    [InlineData("$t.Utc", "2026-11-29T00:06:36Z")]
    [InlineData("'{0}' -f $t", "2026-11-29T00:06:36Z")]
    [InlineData("'{0:yyyyMMdd HH:mm MMMM}' -f $t", "20261129 00:06 November")]
    [InlineData("$t.ToString('yyyy-MM-dd')", "2026-11-29")]
    [InlineData("$t.ToLocalTime().Kind", "Local")]
    [InlineData("([datetime]$t).Kind", "Local")]
    [InlineData("$t.ToUniversalTime().Kind", "Utc")]
    [InlineData("[TencentImageReplication.TccTime]$text", "2026-11-29T00:06:36Z")]
    [InlineData("[TencentImageReplication.TccTime]$utc", "2026-11-29T00:06:36Z")]
    [InlineData("[TencentImageReplication.TccTime]$offset", "2026-11-29T00:06:36Z")]
    [InlineData("[TencentImageReplication.TccTime][pscustomobject]@{ Utc = $text }", "2026-11-29T00:06:36Z")]
    [InlineData("[TencentImageReplication.TccTime][pscustomobject]@{ Utc = $utc }", "2026-11-29T00:06:36Z")]
    [InlineData("($t.AddDays(1), $t, $t.AddDays(-1) | ForEach-Object { $_ } | & { $list = [Collections.ArrayList]@($input); $list.Sort(); $list })[0]", "2026-11-28T00:06:36Z")]
    [InlineData("$t.psobject.Properties | ForEach-Object Name", "Utc")]
    public void It_is_computed_with_and_written_the_same_in_every_culture(string script, string expected)
    {
        foreach (var culture in new[] { "de-DE", "fr-FR", "th-TH", "fa-IR", "ar-SA", "da-DK", "zh-CN", "en-US" })
        {
            var result = _shell.Run($"[Threading.Thread]::CurrentThread.CurrentCulture = '{culture}'; \"$({script})\"");
            Assert.Equal((culture, expected), (culture, Assert.Single(result.Output).ToString()));
        }
    }

    [Theory]
    [InlineData("$t -gt '05/03/2026'")]
    [InlineData("[TencentImageReplication.TccTime]'yesterday'")]
    [InlineData("[TencentImageReplication.TccTime][pscustomobject]@{ Utc = 'yesterday' }")]
    [InlineData("[TencentImageReplication.TccTime][pscustomobject]@{ Other = 1 }")]
    public void What_is_no_time_or_two_is_an_error(string script) => Assert.Equal(
        "failed", Assert.Single(_shell.Run($"try {{ {script} }} catch {{ 'failed' }}").Output).ToString());

    [Fact]
    public void An_ambiguous_text_is_an_error_that_says_how_to_write_times() => Assert.Contains(
        "Write times as 2026-11-29T08:30:00Z.",
        Assert.Single(_shell.Run("try { $t -gt '05/03/2026' } catch { \"$_\" }").Output).ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void Equal_times_are_one_key_and_the_least_comes_first()
    {
        TccTime one = Eight;
        TccTime other = Eight.UtcDateTime;

        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.True(one == other && one.Equals((object)other) && one <= other && one >= other);
        Assert.True(one < other.AddTicks(1) && one.AddTicks(1) > other && one != other.AddTicks(1));
        Assert.Equal((1, 0, -1), (one.CompareTo(null), one.CompareTo((object)Eight), one.CompareTo((object)Eight.UtcDateTime.AddTicks(1))));
        Assert.Throws<ArgumentException>(() => one.CompareTo("a text"));
        Assert.Equal(Eight, (DateTimeOffset)one);
        Assert.Equal("2026-11-29T00:06:36Z", TccTime.Parse("2026-11-29T08:06:36+08:00").ToString(null, CultureInfo.GetCultureInfo("th-TH")));
    }

    private bool Ask(string script) => (bool)Assert.Single(_shell.Run(script).Output).BaseObject;

    public void Dispose() => _shell.Dispose();
}
