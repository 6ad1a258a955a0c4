using System.Text.Json;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.State;

public class CopyLifeCycleTests
{
    private readonly Simulation _simulation = new(new SimulatedCloudOptions { CopyDuration = TimeSpan.FromMinutes(20) });

    /// <summary>Returns the state and percentage of an image, or null when it is hidden.</summary>
    private async Task<(string? State, int? Percent)?> SeeAsync(string imageId, string region)
    {
        if (await _simulation.ImageAsync(imageId, region) is not { } image)
            return null;
        var percent = image.GetProperty("SyncPercent");
        return (image.GetProperty("ImageState").GetString(), percent.ValueKind == JsonValueKind.Null ? null : percent.GetInt32());
    }

    private async Task<(string? State, int? Percent)?> SeeAfterAsync(string imageId, double minutes, string region = "ap-shanghai")
    {
        _simulation.Time.Advance(TimeSpan.FromMinutes(minutes));
        return await SeeAsync(imageId, region);
    }

    private async Task<string> CopyToShanghaiAsync() => (await _simulation.CopyAsync("ap-shanghai"))["ap-shanghai"];

    [Fact]
    public async Task A_copy_is_syncing_with_null_then_numbers_then_normal()
    {
        var copy = await CopyToShanghaiAsync();

        Assert.Equal(("SYNCING", null), await SeeAfterAsync(copy, 0));
        Assert.Equal(("SYNCING", 50), await SeeAfterAsync(copy, 10));
        Assert.Equal(("SYNCING", 99), await SeeAfterAsync(copy, 9.99));
        Assert.Equal(("NORMAL", null), await SeeAfterAsync(copy, 0.01));
    }

    [Fact]
    public async Task The_percentage_can_jump()
    {
        _simulation.Options.Copies = new CopyLifeCycle { Progress = CopyProgress.Jump, PercentMissingUntil = 0 };
        var copy = await CopyToShanghaiAsync();

        Assert.Equal(("SYNCING", 0), await SeeAfterAsync(copy, 19));
        Assert.Equal(("NORMAL", null), await SeeAfterAsync(copy, 1));
    }

    [Theory]
    [InlineData(true, "SYNCING")]
    [InlineData(false, "NORMAL")]
    public async Task The_state_of_the_source_is_a_setting(bool shows, string state)
    {
        _simulation.Options.SourceShowsSyncing = shows;
        await CopyToShanghaiAsync();

        Assert.Equal(state, (await SeeAfterAsync(SimulatedWorld.WebImageId, 10, Simulation.Guangzhou))?.State);
        Assert.Equal("NORMAL", (await SeeAfterAsync(SimulatedWorld.WebImageId, 10, Simulation.Guangzhou))?.State);
    }

    [Fact]
    public async Task The_source_has_the_percentage_of_its_slowest_copy()
    {
        _simulation.Options.CopiesTo["ap-beijing"] = new CopyLifeCycle { Duration = TimeSpan.FromMinutes(40), PercentMissingUntil = 0 };
        await _simulation.CopyAsync("ap-shanghai", "ap-beijing");

        Assert.Equal(("SYNCING", 25), await SeeAfterAsync(SimulatedWorld.WebImageId, 10, Simulation.Guangzhou));
        Assert.Equal(("SYNCING", 75), await SeeAfterAsync(SimulatedWorld.WebImageId, 20, Simulation.Guangzhou));
    }

    [Fact]
    public async Task A_copy_can_show_only_after_some_polls()
    {
        _simulation.Options.Copies = new CopyLifeCycle { HiddenPolls = 2 };
        var copy = await CopyToShanghaiAsync();

        Assert.Null(await SeeAsync(copy, "ap-shanghai"));
        Assert.Null(await SeeAsync(copy, "ap-shanghai"));
        Assert.Equal("SYNCING", (await SeeAsync(copy, "ap-shanghai"))?.State);
    }

    [Fact]
    public async Task Polls_for_something_else_do_not_count()
    {
        _simulation.Options.Copies = new CopyLifeCycle { HiddenPolls = 1 };
        var copy = await CopyToShanghaiAsync();
        await SeeAsync(SimulatedWorld.WebImageId, Simulation.Guangzhou);

        Assert.Null(await SeeAsync(copy, "ap-shanghai"));
        Assert.NotNull(await SeeAsync(copy, "ap-shanghai"));
    }

    [Fact]
    public async Task A_copy_can_show_only_after_some_time()
    {
        _simulation.Options.Copies = new CopyLifeCycle { HiddenFor = TimeSpan.FromMinutes(1) };
        var copy = await CopyToShanghaiAsync();

        Assert.Null(await SeeAfterAsync(copy, 0.9));
        Assert.NotNull(await SeeAfterAsync(copy, 0.1));
    }

    [Fact]
    public async Task A_copy_can_fail()
    {
        _simulation.Options.Copies = new CopyLifeCycle { Ending = CopyEnding.CreateFailed };
        var copy = await CopyToShanghaiAsync();

        Assert.Equal(("SYNCING", 45), await SeeAfterAsync(copy, 9));
        Assert.Equal("CREATEFAILED", (await SeeAfterAsync(copy, 1))?.State);
        Assert.Equal("NORMAL", (await SeeAsync(SimulatedWorld.WebImageId, Simulation.Guangzhou))?.State);
    }

    [Fact]
    public async Task A_copy_can_disappear()
    {
        _simulation.Options.Copies = new CopyLifeCycle { Ending = CopyEnding.Disappears, BreaksAt = 0.9 };
        var copy = await CopyToShanghaiAsync();

        Assert.NotNull(await SeeAfterAsync(copy, 17));
        Assert.Null(await SeeAfterAsync(copy, 1));
        Assert.Null(_simulation.Cloud.FindImage(copy));
    }

    [Fact]
    public async Task A_copy_can_be_stuck_for_ever_and_its_source_with_it()
    {
        _simulation.Options.Copies = new CopyLifeCycle { Ending = CopyEnding.Stuck, BreaksAt = 0.3 };
        var copy = await CopyToShanghaiAsync();

        Assert.Equal(("SYNCING", 30), await SeeAfterAsync(copy, 10_000));
        Assert.Equal(("SYNCING", 30), await SeeAsync(SimulatedWorld.WebImageId, Simulation.Guangzhou));
    }

    [Fact]
    public async Task One_destination_fails_and_the_others_continue()
    {
        _simulation.Options.CopiesTo["ap-beijing"] = new CopyLifeCycle { Ending = CopyEnding.CreateFailed };
        var copies = await _simulation.CopyAsync("ap-shanghai", "ap-beijing", "ap-nanjing");
        _simulation.Time.Advance(TimeSpan.FromMinutes(20));

        Assert.Equal("NORMAL", (await SeeAsync(copies["ap-shanghai"], "ap-shanghai"))?.State);
        Assert.Equal("CREATEFAILED", (await SeeAsync(copies["ap-beijing"], "ap-beijing"))?.State);
        Assert.Equal("NORMAL", (await SeeAsync(copies["ap-nanjing"], "ap-nanjing"))?.State);
    }

    [Fact]
    public async Task A_copy_that_takes_no_time_is_done_at_once()
    {
        _simulation.Options.CopyDuration = TimeSpan.Zero;

        Assert.Equal("NORMAL", (await SeeAsync(await CopyToShanghaiAsync(), "ap-shanghai"))?.State);
    }

    [Fact]
    public async Task Durations_vary_around_the_average()
    {
        _simulation.Options.CopyDurationSpread = TimeSpan.FromMinutes(10);
        var copies = await _simulation.CopyAsync("ap-shanghai", "ap-beijing", "ap-nanjing", "ap-chengdu", "ap-chongqing", "ap-tianjin", "ap-guiyang", "ap-qingyuan");

        _simulation.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.All(copies.Values, copy => Assert.Equal(ImageStates.Syncing, _simulation.Cloud.FindImage(copy)!.State));
        _simulation.Time.Advance(TimeSpan.FromMinutes(10));
        var states = copies.Values.Select(copy => _simulation.Cloud.FindImage(copy)!.State).Distinct();
        Assert.Equal(2, states.Count());
        _simulation.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.All(copies.Values, copy => Assert.Equal(ImageStates.Normal, _simulation.Cloud.FindImage(copy)!.State));
    }

    [Fact]
    public async Task A_test_can_decide_the_end_itself()
    {
        var copies = await _simulation.CopyAsync("ap-shanghai", "ap-beijing");
        _simulation.Cloud.SetImageState(copies["ap-shanghai"], ImageStates.CreateFailed);
        Assert.True(_simulation.Cloud.RemoveImage(copies["ap-beijing"]));
        Assert.False(_simulation.Cloud.RemoveImage(copies["ap-beijing"]));

        Assert.Equal("CREATEFAILED", (await SeeAfterAsync(copies["ap-shanghai"], 30))?.State);
        Assert.Null(await SeeAsync(copies["ap-beijing"], "ap-beijing"));
        Assert.Throws<ArgumentException>(() => _simulation.Cloud.SetImageState(copies["ap-beijing"], ImageStates.Normal));
    }
}
