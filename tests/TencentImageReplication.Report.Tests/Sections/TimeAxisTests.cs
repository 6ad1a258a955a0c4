using TencentImageReplication.Report.Rows;
using TencentImageReplication.Report.Sections;

namespace TencentImageReplication.Report.Tests.Sections;

public sealed class TimeAxisTests
{
    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("2026-11-30T12:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    public void Any_time_of_a_file_has_a_place(string text)
    {
        var time = DateTimeOffset.Parse(text, null);

        var axis = new TimeAxis([new CopyRow { RequestedAt = time, CompletedAt = time }]);

        Assert.InRange(axis.At(time), 0, 1000);
        Assert.Equal(3, axis.Ticks.Count);
    }
}
