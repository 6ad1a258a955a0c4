using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Tests.Common;

public sealed class SteadyClockTests
{
    private readonly VirtualClock _time = new();

    [Fact]
    public void A_time_in_the_past_keeps_its_distance_and_one_in_the_future_is_now()
    {
        var clock = new SteadyClock(_time);
        var now = _time.GetUtcNow();

        Assert.Equal(clock.Now - TimeSpan.FromMinutes(5), clock.From(now - TimeSpan.FromMinutes(5)));
        Assert.Equal(clock.Now, clock.From(now + TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public void The_first_of_all_times_has_a_time_of_this_clock_even_if_that_is_behind()
    {
        var behind = new SteadyClock(new ShiftedClock(_time));

        Assert.Equal(DateTimeOffset.MinValue, behind.From(DateTimeOffset.MinValue));
    }

    // Somebody sets the time of day forward after the steady clock has started.
    private sealed class ShiftedClock(TimeProvider time) : TimeProvider
    {
        private bool _isShifted;

        public override long TimestampFrequency => time.TimestampFrequency;

        public override long GetTimestamp() => time.GetTimestamp();

        public override DateTimeOffset GetUtcNow()
        {
            var now = _isShifted ? time.GetUtcNow() + TimeSpan.FromHours(1) : time.GetUtcNow();
            _isShifted = true;
            return now;
        }
    }
}
