using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Tests.Images;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Tests.Requests;

public sealed class ReadPollTests
{
    private static readonly Backoff Backoff = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5));

    private readonly CopyWorld _world = new();
    private readonly List<double> _reads = [];

    [Fact]
    public async Task A_complete_result_ends_it_at_once()
    {
        Assert.Equal((1, null), await PollAsync(_ => 1, value => value == 1));
        Assert.Equal([0], _reads);
    }

    [Fact]
    public async Task Pauses_double_up_to_the_maximum()
    {
        Assert.Equal((5, null), await PollAsync(read => read, value => value == 5));
        Assert.Equal([0, 2, 6, 11, 16], _reads);
    }

    [Fact]
    public async Task The_read_that_begins_after_the_window_is_the_last_one()
    {
        Assert.Equal((6, null), await PollAsync(read => read, _ => false));
        Assert.Equal([0, 2, 6, 11, 16, 21], _reads);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_read_that_begins_at_the_end_of_the_window_is_the_last_one(bool fails)
    {
        await PollAsync(read => fails ? throw NoResponse() : read, _ => false, window: 16);
        Assert.Equal([0, 2, 6, 11, 16], _reads);
    }

    [Fact]
    public async Task A_read_without_a_response_is_repeated_and_logged()
    {
        var log = new LogRecorder();

        var result = await PollAsync(read => read < 3 ? throw NoResponse() : read, value => value == 3, log);

        Assert.Equal((3, null), result);
        Assert.Equal(2, log.Entries.Count(entry => entry.Contains("No response from region 'ap-beijing' (ClientError.Timeout)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_error_of_the_last_read_is_returned()
    {
        var (value, error) = await PollAsync(read => read < 6 ? read : throw NoResponse(), _ => false);

        Assert.Equal((0, "ClientError.Timeout"), (value, error?.Code));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public async Task The_window_does_not_depend_on_the_wall_clock(int hours)
    {
        var wall = new SkewedTime(_world.Time, TimeSpan.Zero);

        var result = await PollAsync(
            read =>
            {
                wall.Skew = TimeSpan.FromHours(read > 1 ? hours : 0);
                return read;
            },
            _ => false,
            time: wall);

        Assert.Equal((6, null), result);
        Assert.Equal([0, 2, 6, 11, 16, 21], _reads);
    }

    private async Task<(int Value, TencentCloudException? Error)> PollAsync(
        Func<int, int> read, Func<int, bool> isComplete, LogRecorder? log = null, TimeProvider? time = null, int window = 20)
    {
        var poll = new ReadPoll(time ?? _world.Time, log is null ? NullLogger.Instance : log);
        return await _world.Time.RunAsync(() => poll.RunAsync(
            "ap-beijing",
            TimeSpan.FromSeconds(window),
            Backoff,
            () =>
            {
                _reads.Add(_world.Time.Elapsed.TotalSeconds);
                return Task.FromResult(read(_reads.Count));
            },
            isComplete,
            CancellationToken.None));
    }

    private static TencentCloudException NoResponse() => new(TencentCloudErrorKind.ConnectionFailed, "ClientError.Timeout", "", "DescribeImages");
}
