using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using static TencentImageReplication.Core.Tests.Images.CopyWorld;

namespace TencentImageReplication.Core.Tests.Images.Waiting;

/// <summary>The times at which the wait for an image ends, for images that arrive at different times.</summary>
public sealed class WaitTimesTests
{
    private readonly CopyWorld _world = new();
    private readonly Channel<WaitTarget> _targets = Channel.CreateUnbounded<WaitTarget>();
    private readonly Dictionary<string, (WaitResult Result, double Minutes)> _ended = [];

    [Fact]
    public async Task An_image_that_is_not_there_is_gone_after_two_minutes_or_ten_from_its_request()
    {
        await WaitAsync(new WaitOptions(), async () =>
        {
            await AfterAsync(30);
            var now = _world.Time.GetUtcNow();
            Add("img-nowhere1", null);
            Add("img-nowhere2", now - TimeSpan.FromMinutes(4));
            Add("img-nowhere3", now - TimeSpan.FromMinutes(20));
        });

        Assert.All(_ended.Values, end => Assert.Equal(WaitOutcome.Vanished, end.Result.Outcome));
        AssertEnds("img-nowhere1", 32);
        AssertEnds("img-nowhere2", 36);
        AssertEnds("img-nowhere3", 32);
        Assert.Null(_ended["img-nowhere1"].Result.Elapsed);
        Assert.InRange(_ended["img-nowhere2"].Result.Elapsed!.Value, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10.6));
        Assert.InRange(_ended["img-nowhere3"].Result.Elapsed!.Value, TimeSpan.FromMinutes(22), TimeSpan.FromMinutes(22.6));
    }

    [Fact]
    public async Task The_time_limit_counts_from_the_arrival_of_each_image()
    {
        var images = Creating(2);

        await WaitAsync(new WaitOptions { Timeout = TimeSpan.FromMinutes(10) }, async () =>
        {
            Add(images[0], null);
            await AfterAsync(5);
            Add(images[1], null);
        });

        Assert.All(_ended.Values, end => Assert.Equal(WaitOutcome.TimedOut, end.Result.Outcome));
        AssertEnds(images[0], 10);
        AssertEnds(images[1], 15);
    }

    [Fact]
    public async Task An_image_that_arrives_between_two_rounds_is_requested_at_once()
    {
        var slow = Creating(1)[0];

        await WaitAsync(new WaitOptions { Timeout = TimeSpan.FromMinutes(25), PollInterval = TimeSpan.FromMinutes(10) }, async () =>
        {
            Add(slow, null);
            await AfterAsync(1);
            Add(SimulatedWorld.WebImageId, null);
        });

        AssertEnds(SimulatedWorld.WebImageId, 1);
        AssertEnds(slow, 25);
        // At 0, 1, 10 and 20 minutes.
        Assert.Equal(4, _world.CallsOf("DescribeImages"));
    }

    [Fact]
    public async Task A_refusal_counts_from_its_first_request()
    {
        var image = Creating(1)[0];

        await WaitAsync(new WaitOptions(), async () =>
        {
            Add(image, null);
            await AfterAsync(30);
            _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "DescribeImages", Times = int.MaxValue });
        });

        Assert.Equal(WaitOutcome.GivenUp, _ended[image].Result.Outcome);
        Assert.InRange(_ended[image].Minutes, 32, 33.1);
    }

    [Fact]
    public async Task A_refusal_that_ends_does_not_count_for_the_next_one()
    {
        var image = Creating(1)[0];
        FaultRule Refusals(int firstCall) => new(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" })
        {
            Action = "DescribeImages",
            FirstCall = firstCall,
            Times = 3,
        };
        foreach (var first in new[] { 10, 14, 18, 22, 26 })
            _world.Cloud.Faults.Add(Refusals(first));

        await WaitAsync(new WaitOptions { Timeout = TimeSpan.FromMinutes(40) }, () =>
        {
            Add(image, null);
            return Task.CompletedTask;
        });

        Assert.Equal(WaitOutcome.TimedOut, _ended[image].Result.Outcome);
    }

    private List<string> Creating(int count) =>
    [
        .. Enumerable.Range(0, count).Select(index => _world.Cloud.AddImage(new SimulatedImage
        {
            ImageName = $"slow-{index}",
            Region = Source,
            AccountId = SimulatedWorld.Owner.AccountId,
            State = ImageStates.Creating,
        }).ImageId),
    ];

    private void Add(string imageId, DateTimeOffset? startedAt) => _targets.Writer.TryWrite(new WaitTarget(imageId, Source, startedAt, null));

    private Task AfterAsync(double minutes) => Task.Delay(TimeSpan.FromMinutes(minutes) - _world.Time.Elapsed, _world.Time);

    private void AssertEnds(string imageId, double minutes) => Assert.InRange(_ended[imageId].Minutes, minutes, minutes + 0.6);

    private async Task WaitAsync(WaitOptions options, Func<Task> addAsync)
    {
        var waiter = new ImageWaiter(_world.Client, _world.CarryOver, options, _world.Time, NullLogger.Instance);
        await _world.Time.RunAsync(async () =>
        {
            var waiting = waiter.RunAsync(
                _targets.Reader,
                result => _ended.Add(result.Target.ImageId, (result, _world.Time.Elapsed.TotalMinutes)),
                _ => { },
                CancellationToken.None);
            await addAsync();
            _targets.Writer.Complete();
            await waiting;
        });
    }
}
