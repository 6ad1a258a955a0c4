using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.State;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests;

public class SimulatedCloudTests
{
    private readonly Simulation _simulation = new();

    [Fact]
    public void The_world_has_the_documented_images()
    {
        var images = _simulation.Cloud.Images(SimulatedWorld.Owner.AccountId);

        Assert.Equal(2, images.Count(image => image.ImageName.StartsWith("golden-", StringComparison.Ordinal)));
        Assert.Equal("Windows", _simulation.Cloud.FindImage(SimulatedWorld.WindowsImageId)!.Platform);
        Assert.Equal(ImageStates.Creating, _simulation.Cloud.FindImage(SimulatedWorld.CreatingImageId)!.State);
        Assert.Equal([SimulatedWorld.Partner.AccountId], _simulation.Cloud.FindImage(SimulatedWorld.WebImageId)!.SharedWith);
        Assert.All(images, image => Assert.True(image.CreatedTime < _simulation.Time.GetUtcNow()));
        Assert.Empty(_simulation.Cloud.Images(SimulatedWorld.Partner.AccountId));
    }

    [Fact]
    public void The_world_has_instances_that_draw_no_IDs_of_the_cloud()
    {
        var cloud = SimulatedWorld.Create(new SimulatedCloudOptions(), _simulation.Time);

        Assert.Equal(
            [
                (SimulatedWorld.WebInstanceId, "golden-web", "ap-guangzhou-3", SimulatedWorld.WebImageId),
                (SimulatedWorld.DatabaseInstanceId, "golden-db", "ap-guangzhou-4", SimulatedWorld.DatabaseImageId),
                (SimulatedWorld.BuildInstanceId, "build-agent", "ap-shanghai-2", "img-eb30mz89"),
            ],
            cloud.Instances(SimulatedWorld.Owner.AccountId).Select(instance => (instance.InstanceId, instance.InstanceName, instance.Zone, instance.ImageId)));
        Assert.Empty(_simulation.Cloud.Instances());
        var image = new SimulatedImage { ImageName = "new", Region = SimulatedWorld.Region, AccountId = SimulatedWorld.Owner.AccountId };
        Assert.Equal(_simulation.Cloud.AddImage(image).ImageId, cloud.AddImage(image).ImageId);
    }

    [Fact]
    public async Task Calls_are_logged_without_their_parameters()
    {
        await _simulation.SucceedAsync("DescribeZones");
        var refused = await _simulation.CallAsync("DescribeImages", new { Limit = 0 });

        Assert.Equal(
            [
                new SimulatedCall(_simulation.Time.GetUtcNow(), "DescribeZones", Simulation.Guangzhou, SimulatedWorld.Owner.AccountId, _simulation.Cloud.Calls[0].RequestId, SimulatedCall.Ok, true, null),
                new SimulatedCall(_simulation.Time.GetUtcNow(), "DescribeImages", Simulation.Guangzhou, SimulatedWorld.Owner.AccountId, refused.RequestId, "InvalidParameterValue.InvalidParameterValueLimit", false, null),
            ],
            _simulation.Cloud.Calls);
        Assert.Equal(1, _simulation.Cloud.CallCounts["DescribeZones"]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public async Task The_log_keeps_the_newest_calls_only(int capacity)
    {
        _simulation.Options.CallLogCapacity = capacity;
        for (var i = 0; i < 5; i++)
            await _simulation.SucceedAsync("DescribeZones");
        await _simulation.FailAsync("DescribeUnicorns");

        Assert.Equal(capacity, _simulation.Cloud.Calls.Count);
        Assert.Equal(["DescribeZones"], _simulation.Cloud.CallCounts.Keys);
        Assert.Equal(5, _simulation.Cloud.CallCounts["DescribeZones"]);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_ids()
    {
        var again = new Simulation();
        var other = new Simulation(new SimulatedCloudOptions { Seed = 2 });

        var copies = await _simulation.CopyAsync("ap-shanghai", "ap-beijing");

        Assert.Equal(copies, await again.CopyAsync("ap-shanghai", "ap-beijing"));
        Assert.NotEqual(copies, await other.CopyAsync("ap-shanghai", "ap-beijing"));
    }

    [Fact]
    public void Accounts_are_checked()
    {
        Assert.Throws<ArgumentException>(() => _simulation.Cloud.AddAccount(SimulatedWorld.Owner));
        Assert.Throws<ArgumentException>(() => _simulation.Cloud.AddAccount(SimulatedWorld.Owner with { SecretId = "AKIDother", AccountId = "me" }));
        Assert.Throws<ArgumentException>(() => _simulation.Cloud.UpdateAccount(SimulatedWorld.Owner with { SecretId = "AKIDother" }));
        Assert.Equal([SimulatedWorld.Owner, SimulatedWorld.Partner], _simulation.Cloud.Accounts);
    }

    [Fact]
    public async Task Many_threads_can_call_at_once()
    {
        _simulation.Options.EnforceRateLimits = false;

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), async (number, _) =>
        {
            await _simulation.SucceedAsync("RunInstances", new { ImageId = SimulatedWorld.WebImageId, Placement = new { Zone = "ap-guangzhou-3" }, ClientToken = $"token-{number % 50}" });
            _simulation.Cloud.Instances();
        });

        Assert.Equal(50, _simulation.Cloud.Instances().Count);
        Assert.Equal(200, _simulation.Cloud.Calls.Count);
        Assert.Equal(200, _simulation.Cloud.Calls.Select(call => call.RequestId).Distinct().Count());
    }
}
