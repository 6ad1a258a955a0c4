using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Tests.Images;
using TencentImageReplication.Simulator;

namespace TencentImageReplication.Core.Tests.Instances;

public sealed class InstancePricingTests
{
    private static readonly RunInstancesRequest Request = new() { ImageId = SimulatedWorld.WebImageId, InstanceType = "S5.MEDIUM4" };

    private readonly CopyWorld _world = new();

    [Fact]
    public async Task The_price_is_for_all_instances_even_when_the_service_prices_fewer()
    {
        var one = (await PriceAsync(Request))!.InstancePrice!;
        var hundred = (await PriceAsync(Request with { InstanceCount = 100 }))!.InstancePrice!;
        var many = (await PriceAsync(Request with { InstanceCount = 250 }))!.InstancePrice!;

        Assert.True(one.UnitPrice > 0);
        Assert.Equal(one.UnitPrice!.Value * 100, hundred.UnitPrice!.Value, 6);
        Assert.Equal(one.UnitPrice!.Value * 250, many.UnitPrice!.Value, 6);
        Assert.Equal(hundred.UnitPriceDiscount!.Value * 2.5, many.UnitPriceDiscount!.Value, 6);
    }

    [Fact]
    public async Task Without_a_zone_the_one_that_would_be_tried_first_is_priced()
    {
        await PriceAsync(Request);
        Assert.Equal(1, _world.CallsOf("DescribeZoneInstanceConfigInfos"));

        await PriceAsync(Request with { Placement = new Placement { Zone = "ap-guangzhou-6" } });
        Assert.Equal((1, 2), (_world.CallsOf("DescribeZoneInstanceConfigInfos"), _world.CallsOf("InquiryPriceRunInstances")));
    }

    [Fact]
    public async Task A_type_that_no_zone_sells_has_no_price() =>
        Assert.Equal("InstanceTypeNotSold", (await Assert.ThrowsAsync<RuleViolationException>(
            () => PriceAsync(Request with { InstanceType = "S9.NOWHERE1" }))).Violation.Id);

    private Task<Price?> PriceAsync(RunInstancesRequest request) =>
        _world.Time.RunAsync(() => new InstancePricing(_world.Client).GetAsync(CopyWorld.Source, request, CancellationToken.None));
}
