using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Marking;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using static TencentImageReplication.Core.Tests.Images.CopyWorld;

namespace TencentImageReplication.Core.Tests.Images.Copying;

/// <summary>Two processes that request a copy at once: with -Force, each one creates its own.</summary>
public sealed class SecondCopiesTests
{
    private const string Destination = "ap-shanghai";
    private readonly CopyWorld _world = new();

    [Fact]
    public async Task A_second_copy_is_reported_with_the_command_that_deletes_it()
    {
        var first = await CopyAsync();
        _world.Time.Advance(TimeSpan.FromMinutes(3));
        var second = await CopyAsync();

        await WaitAsync(second);

        var expected = $"Warning: {first.ImageId} and {second.ImageId} in 'ap-shanghai' are both copies of img-gweb2024: two runs requested it at the same "
            + $"time. If nothing uses {second.ImageId}, delete it: Remove-TccImage {second.ImageId} -Region ap-shanghai";
        Assert.StartsWith(expected, Assert.Single(_world.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_processes_name_the_same_copy()
    {
        var first = await CopyAsync();
        _world.Time.Advance(TimeSpan.FromMinutes(3));
        await CopyAsync();

        await WaitAsync(first);
        await WaitAsync((await CopyAsync(force: false)) with { RequestedAt = _world.Time.GetUtcNow() });

        Assert.Equal(2, _world.Warnings.Count);
        Assert.Equal(_world.Warnings[0], _world.Warnings[1]);
    }

    [Theory]
    [InlineData("an hour later")]
    [InlineData("another source")]
    [InlineData("no mark")]
    [InlineData("failed")]
    [InlineData("reused")]
    public async Task Another_image_is_no_second_copy(string difference)
    {
        var first = await CopyAsync(marked: difference != "no mark");
        _world.Time.Advance(difference == "an hour later" ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(3));
        var second = await CopyAsync();
        _world.Cloud.UpdateImage(first.ImageId!, image => image with
        {
            State = difference == "failed" ? "CREATEFAILED" : image.State,
            Tags = difference == "another source" ? [new("ImageReplicationSource", "ap-guangzhou/img-other000/2026-01-01T00:00:00Z")] : image.Tags,
        });

        await WaitAsync(difference == "reused" ? second with { RequestedAt = null } : second);

        Assert.Empty(_world.Warnings);
    }

    [Fact]
    public async Task A_region_that_does_not_respond_does_not_fail_the_wait()
    {
        await CopyAsync();
        _world.Time.Advance(TimeSpan.FromMinutes(3));
        var second = await CopyAsync();
        // The wait needs one request: the next ones are those of the report.
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" })
        {
            Action = "DescribeImages",
            FirstCall = 2,
            Times = int.MaxValue,
        });

        Assert.Equal(WaitOutcome.Ready, (await WaitAsync(second)).Outcome);

        Assert.Contains(_world.Log.Entries, entry => entry.Contains("UnauthorizedOperation", StringComparison.Ordinal));
    }

    private async Task<ImageCopy> CopyAsync(bool force = true, bool marked = true) => Assert.Single(await _world.CopyAsync(
        _world.Options(force: force), marked ? _world.CreateMarker() : null, Request(SimulatedWorld.WebImageId, Destination)));

    private async Task<WaitResult> WaitAsync(ImageCopy copy)
    {
        _world.Time.Advance(TimeSpan.FromMinutes(3));
        var target = new WaitTarget(copy.ImageId!, copy.Region, copy.RequestedAt, null)
        {
            Mark = new MarkRequest(copy.SourceImageId, copy.SourceRegion, copy.Mark),
        };
        var waiter = new ImageWaiter(
            _world.Client, _world.CarryOver, new WaitOptions(), _world.Time, NullLogger.Instance, _world.CreateMarker(),
            new SecondCopies(_world.Client, _world.Time, _world.Log));
        var results = new List<WaitResult>();
        await _world.Time.RunAsync(() => waiter.RunAsync(All([target]), results.Add, _ => { }, CancellationToken.None));
        return Assert.Single(results);
    }
}
