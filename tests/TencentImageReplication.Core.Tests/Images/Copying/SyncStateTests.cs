using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport.Errors;
using static TencentImageReplication.Core.Images.Copying.SyncState;

namespace TencentImageReplication.Core.Tests.Images.Copying;

/// <summary>One test for each transition between the states of requesting copies.</summary>
public sealed class SyncStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 16, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromMinutes(30);
    private static readonly TencentCloudException Error = new(TencentCloudErrorKind.SourceBusy, "Busy", "", "SyncImages");
    private static readonly TencentCloudException NotReady = new(TencentCloudErrorKind.Service, "NotReady", "", "SyncImages");
    private static readonly Backoff SearchBackoff = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30));

    private static readonly Backoff BusyBackoff = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1));

    private static readonly LostResponses OneLost = LostResponses.None.With(Error);
    private static readonly LostResponses AllLost = OneLost.With(Error).With(Error);

    [Fact]
    public void Sending_without_a_response_leads_to_searching_for_a_minute() =>
        Assert.Equal(new Searching(Minute(1), SearchBackoff), Sending.ResponseLost(Now));

    [Fact]
    public void Sending_to_a_busy_source_leads_to_waiting_for_it() =>
        Assert.Equal(
            new WaitingForSource(Error, Since: Now, Until: Minute(1), BusyBackoff, IsSeen: false),
            new Sending().SourceBusy(Error, Now));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 1)]
    [InlineData(1, 2)]
    [InlineData(1.5, 3)]
    [InlineData(2, 4)]
    [InlineData(20, 4)]
    public void The_longer_a_source_has_been_busy_the_longer_is_the_wait(double busyMinutes, double pause) =>
        Assert.Equal(
            new WaitingForSource(Error, Minute(-busyMinutes), Minute(pause), BusyBackoff, IsSeen: false),
            new Sending(BusySince: Minute(-busyMinutes)).SourceBusy(Error, Now));

    [Fact]
    public void Searching_goes_on_until_the_end_of_the_window() =>
        Assert.Equal(
            new Searching(Minute(1), SearchBackoff.Next),
            new Searching(Minute(1), SearchBackoff).After(Poll(0.99, busy: false), OneLost));

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public void Searching_without_a_result_leads_to_sending_again(bool? busy) =>
        Assert.Equal(new Sending(BusySince: null), new Searching(Minute(1), SearchBackoff).After(Poll(1, busy), OneLost));

    [Fact]
    public void Searching_without_a_result_after_three_lost_responses_leads_to_checking() =>
        Assert.Equal(new Checking(BusySince: null), new Searching(Minute(1), SearchBackoff).After(Poll(1, busy: false), AllLost));

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    public void Searching_with_a_source_that_turns_out_busy_leads_to_waiting_with_the_pauses_of_the_search(double minute) =>
        Assert.Equal(
            new WaitingForSource(NotReady, Minute(minute), Minute(1), SearchBackoff.Next, IsSeen: true),
            new Searching(Minute(1), SearchBackoff).After(Poll(minute, busy: true), OneLost));

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(false, true, true)]
    [InlineData(true, null, true)]
    [InlineData(false, null, false)]
    [InlineData(false, false, false)]
    public void Waiting_for_the_source_goes_on_while_it_may_be_busy(bool wasSeen, bool? busy, bool isSeen) =>
        Assert.Equal(
            Waiting(wasSeen) with { Backoff = BusyBackoff.Next, IsSeen = isSeen },
            Waiting(wasSeen).After(Poll(0.5, busy), LostResponses.None));

    [Fact]
    public void Waiting_for_a_source_that_is_seen_busy_goes_on_beyond_the_pause() =>
        Assert.Equal(
            Waiting(isSeen: true) with { Backoff = BusyBackoff.Next },
            Waiting(isSeen: true).After(Poll(5, busy: true), LostResponses.None));

    [Fact]
    public void A_source_that_is_no_longer_seen_busy_leads_to_sending_at_once() =>
        Assert.Equal(new Sending(BusySince: Now), Waiting(isSeen: true).After(Poll(0.5, busy: false), LostResponses.None));

    [Fact]
    public void After_a_lost_response_a_free_source_gets_no_request_before_the_end_of_the_window()
    {
        Assert.Equal(
            Waiting(isSeen: false) with { Backoff = BusyBackoff.Next },
            Waiting(isSeen: true).After(Poll(0.5, busy: false), OneLost));
        Assert.Equal(new Sending(BusySince: Now), Waiting(isSeen: true).After(Poll(1, busy: false), OneLost));
    }

    [Fact]
    public void A_source_that_is_never_seen_busy_is_sent_to_after_the_pause() =>
        Assert.Equal(new Sending(BusySince: Now), Waiting(isSeen: false).After(Poll(1, busy: false), LostResponses.None));

    [Fact]
    public void A_free_source_after_three_lost_responses_leads_to_checking() =>
        Assert.Equal(new Checking(BusySince: Now), Waiting(isSeen: false).After(Poll(1, busy: false), AllLost));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_source_that_stays_busy_for_too_long_ends_it(bool busy)
    {
        Assert.Equal(new Finished(Error), Waiting(isSeen: true).After(Poll(30, busy), OneLost));
        Assert.IsNotType<Finished>(Waiting(isSeen: true).After(Poll(29.9, busy), OneLost));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(0.9, 5)]
    [InlineData(0.95, 3)]
    [InlineData(1, 5)]
    [InlineData(2, 5)]
    public void One_poll_is_at_the_end_of_the_time(double minute, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Waiting(isSeen: true).PauseAt(Minute(minute)));

    [Fact]
    public void Checking_finds_a_busy_source() =>
        Assert.Equal(
            new WaitingForSource(Error, Since: Minute(-3), Until: Minute(4), BusyBackoff, IsSeen: false),
            new Checking(BusySince: Minute(-3)).SourceBusy(Error, Now));

    [Fact]
    public void Checking_for_the_first_time_counts_the_busy_time_from_now() =>
        Assert.Equal(
            new WaitingForSource(Error, Since: Now, Until: Minute(1), BusyBackoff, IsSeen: false),
            new Checking().SourceBusy(Error, Now));

    [Fact]
    public void Checking_a_free_source_ends_it_with_the_lost_response() =>
        Assert.Equal(new Finished(Error), Checking.SourceFree(Error));

    private static WaitingForSource Waiting(bool isSeen) => new(Error, Now, Minute(1), BusyBackoff, isSeen);

    private static SourcePoll Poll(double minute, bool? busy) => new(Minute(minute), busy, NotReady, BusyTimeout);

    private static DateTimeOffset Minute(double minute) => Now + TimeSpan.FromMinutes(minute);

}
