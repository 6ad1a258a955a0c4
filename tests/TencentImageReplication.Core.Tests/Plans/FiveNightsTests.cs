using TencentImageReplication.Core.Plans;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using static TencentImageReplication.Core.Tests.Plans.PlanWorld;

namespace TencentImageReplication.Core.Tests.Plans;

/// <summary>The nightly script over five nights: a rebuild, a failed region, a full quota, an image in use, and changes of the plan.</summary>
public sealed class FiveNightsTests : IDisposable
{
    private readonly PlanWorld _world = new();
    private ReplicationPlan _plan = Plan(Family("ap-shanghai", "ap-beijing") with
    {
        Retention = new PlanRetention(1, TimeSpan.Zero),
        OnNameTaken = NameTaken.RenameStale,
    });

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Each_night_does_what_is_left_to_do()
    {
        // Monday: the first version. Beijing does not respond.
        _world.AddVersion("golden-web-1", 1);
        var outage = new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "DescribeImages", Region = "ap-beijing", Times = int.MaxValue };
        _world.Cloud.Faults.Add(outage);
        await NightAsync(
            "golden-web-1 self ap-beijing Unknown None Unknown",
            "golden-web-1 self ap-shanghai Missing Copy Completed");

        // Tuesday: Beijing is back. The first version is built again under its name.
        _world.Cloud.Faults = new FaultPlan();
        _world.Cloud.RemoveImage(Images(Source).Single().ImageId);
        _world.AddVersion("golden-web-1", 0);
        await NightAsync(
            "golden-web-1 self ap-beijing Missing Copy Completed",
            "golden-web-1 self ap-shanghai Stale Rename, Copy Completed",
            // The name that the earlier copy got.
            "golden-web-1-20261123-160000 self ap-shanghai Surplus Remove Removed");

        // Wednesday: the second version. The quota of Beijing is full, and an instance uses the copy in Shanghai.
        _world.AddVersion("golden-web-2", 0);
        _world.Cloud.Options.ImageQuotas["ap-beijing"] = 1;
        _world.AddInstance("ins-uses0001", Images("ap-shanghai").Single().ImageId, "ap-shanghai");
        await NightAsync(
            "golden-web-1 self ap-beijing Held None Unchanged",
            "golden-web-1 self ap-shanghai Held None Unchanged",
            "golden-web-2 self ap-beijing Blocked None Failed",
            "golden-web-2 self ap-shanghai Missing Copy Completed");

        // Thursday: the quota is higher, the instance is gone, and the plan has a new region.
        _world.Cloud.Options.ImageQuotas.Clear();
        _world.Cloud.RemoveInstance("ins-uses0001");
        ChangeRegions("ap-shanghai", "ap-beijing", "ap-nanjing");
        await NightAsync(
            "golden-web-1 self ap-beijing Surplus Remove Removed",
            "golden-web-1 self ap-shanghai Surplus Remove Removed",
            "golden-web-2 self ap-beijing Missing Copy Completed",
            "golden-web-2 self ap-nanjing Missing Copy Completed",
            "golden-web-2 self ap-shanghai InSync None Unchanged");

        // Friday: Shanghai has left the plan, and there is a third version.
        ChangeRegions("ap-beijing", "ap-nanjing");
        _world.AddVersion("golden-web-3", 0);
        await NightAsync(
            "golden-web-2 self ap-beijing Surplus Remove Removed",
            "golden-web-2 self ap-nanjing Surplus Remove Removed",
            "golden-web-2 self ap-shanghai Surplus Remove Removed",
            "golden-web-3 self ap-beijing Missing Copy Completed",
            "golden-web-3 self ap-nanjing Missing Copy Completed");

        Assert.Equal(["golden-web-1", "golden-web-2", "golden-web-3"], Images(Source).Select(image => image.ImageName).Order(StringComparer.Ordinal));
        Assert.Equal(["ap-beijing", "ap-nanjing"], _world.Cloud.Images().Where(image => image.Region != Source).Select(image => image.Region).Order(StringComparer.Ordinal));
    }

    private async Task NightAsync(params string[] expected)
    {
        var rows = await _world.SyncAsync(_plan, options => options with { Prune = true });

        Assert.Equal(expected, Texts(rows).Order(StringComparer.Ordinal));
        _world.Time.Advance(TimeSpan.FromDays(1));
    }

    private void ChangeRegions(params string[] regions) =>
        _plan = Plan(_plan.Families[0] with { Targets = [new PlanTarget(null, regions)] });

    private IReadOnlyList<SimulatedImage> Images(string region) => [.. _world.Cloud.Images().Where(image => image.Region == region)];
}
