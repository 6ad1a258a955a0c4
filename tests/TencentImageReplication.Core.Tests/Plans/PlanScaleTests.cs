using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;
using static TencentImageReplication.Core.Tests.Plans.PlanWorld;

namespace TencentImageReplication.Core.Tests.Plans;

/// <summary>Three families with ten versions each in 20 regions of three accounts, compared at the documented rates.</summary>
public sealed class PlanScaleTests : IDisposable
{
    private const int Versions = 10;

    private static readonly string[] Families = ["golden-web", "golden-db", "golden-app"];

    private static readonly SimulatedAccount Third = SimulatedWorld.Partner with
    {
        AccountId = "100000000003",
        Name = "third",
        SecretId = "AKIDEXAMPLEsimulatedThird00000000000",
    };

    private readonly PlanWorld _world = new();
    private readonly string[] _regions = [Source, .. RegionCatalog.All.Select(region => region.Id).Where(id => id != Source && !id.EndsWith("-fsi", StringComparison.Ordinal)).Take(19)];

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task One_list_for_each_region_and_account_is_enough()
    {
        Furnish();
        var plan = ThreeAccounts();
        IReadOnlyList<PlanRow> rows = [];

        var (calls, time) = await _world.MeasureAsync(async () => rows = await _world.CompareAsync(plan));

        // In the region of the sources, the own account has only the newest version of each family.
        Assert.Equal(Families.Length * ((Versions * ((3 * 20) - 1)) + 1), rows.Count);
        Assert.All(rows, row => Assert.Equal(PlanState.InSync, row.State));
        Assert.Equal(3 * 20, calls["DescribeImages"]);
        // A page has 200 resources, and one more request shows that the second key is not in use.
        Assert.Equal((3 * 3) + 3, calls["GetResources"]);
        Assert.Equal(["AssumeRole", "DescribeImages", "GetCallerIdentity", "GetResources"], calls.Keys.Order(StringComparer.Ordinal));
        Assert.True(time < TimeSpan.FromSeconds(3), $"{time}");
    }

    [Fact]
    public async Task Retention_reads_the_uses_of_each_region_once()
    {
        Furnish();
        var plan = ThreeAccounts();
        plan = plan with { Families = [.. plan.Families.Select(family => family with { Retention = new PlanRetention(3, TimeSpan.Zero) })] };
        IReadOnlyList<PlanRow> rows = [];

        var (calls, time) = await _world.MeasureAsync(async () => rows = await _world.CompareAsync(plan));

        const int Places = (3 * 20) - 1;
        Assert.Equal(Families.Length * (Versions - 3) * Places, rows.Count(row => row.Action == PlanActions.Remove));
        Assert.Equal(3 * 20, calls["DescribeImages"]);
        Assert.Equal(Places, calls["DescribeInstances"]);
        Assert.Equal(Places, calls["DescribeLaunchTemplates"]);
        Assert.Equal(Places, calls["DescribeLaunchConfigurations"]);
        // No list tells which images are shared: each copy that may go is a request, ten per second and account.
        Assert.Equal(Families.Length * (Versions - 3) * Places, calls["DescribeImageSharePermission"]);
        Assert.True(time < TimeSpan.FromSeconds(45), $"{time}");
    }

    private void Furnish()
    {
        _world.Cloud.AddAccount(Third);
        _world.Cloud.PutRole(ProdRole with { AccountId = Third.AccountId });
        foreach (var family in Families)
        {
            for (var version = 1; version <= Versions; version++)
            {
                var source = _world.AddVersion($"{family}-{version:00}", version * 30);
                foreach (var account in new[] { SimulatedWorld.Owner, SimulatedWorld.Partner, Third })
                {
                    foreach (var region in _regions.Where(region => region != Source || account != SimulatedWorld.Owner))
                        _world.AddCopy(source, region, (version * 30) - 1, account);
                }
            }
        }
    }

    private ReplicationPlan ThreeAccounts() => Plan(
        [.. Families.Select(name => new PlanFamily
        {
            Name = name,
            ImageName = $"{name}-*",
            Targets = [new PlanTarget(null, _regions), new PlanTarget(Prod, _regions), new PlanTarget("third", _regions)],
            AllowCrossBorder = true,
        })]) with
    {
        Accounts = [new PlanAccount(Prod, ProdRole.Arn, null), new PlanAccount("third", (ProdRole with { AccountId = Third.AccountId }).Arn, null)],
    };
}
