using System.Text.Json.Nodes;
using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Tests.Images;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.Core.Tests.Instances;

public sealed class ZoneChooserTests
{
    [Theory]
    [InlineData("ResourceInsufficient.SpecifiedInstanceType", true)]
    [InlineData("ResourceInsufficient.AvailabilityZoneSoldOut", true)]
    [InlineData("ResourcesSoldOut.SpecifiedInstanceType", true)]
    [InlineData("ResourceUnavailable.InstanceType", true)]
    [InlineData("InvalidParameterValue.ZoneNotSupported", true)]
    [InlineData("ResourceInsufficient.CloudDiskUnavailable", false)]
    [InlineData("ResourceUnavailable.Other", false)]
    [InlineData("ResourceInsufficient", false)]
    [InlineData("LimitExceeded.InstanceQuota", false)]
    public void Another_zone_is_tried_only_for_what_concerns_the_zone(string code, bool concernsZone) =>
        Assert.Equal(concernsZone, ZoneChooser.ConcernsZone(new TencentCloudException(TencentCloudErrorKind.Service, code, "", "RunInstances")));

    [Theory]
    [InlineData(FaultKind.EmptyList)]
    [InlineData(FaultKind.NullList)]
    public async Task An_empty_list_is_read_again_before_the_type_counts_as_not_offered(FaultKind kind)
    {
        var world = new CopyWorld();
        world.Cloud.Faults.Add(new FaultRule(kind) { Action = "DescribeZoneInstanceConfigInfos" });

        Assert.NotEmpty(await world.Time.RunAsync(() => ZoneChooser.FindAsync(world.Client, "ap-shanghai", "S5.MEDIUM4", null, CancellationToken.None)));

        world.Cloud.Faults.Add(new FaultRule(kind) { Action = "DescribeZoneInstanceConfigInfos", Times = 2 });
        var failure = await Assert.ThrowsAsync<RuleViolationException>(() => world.Time.RunAsync(
            () => ZoneChooser.FindAsync(world.Client, "ap-shanghai", "S5.MEDIUM4", null, CancellationToken.None)));
        Assert.Equal("InstanceTypeNotSold", failure.Violation.Id);
    }

    [Fact]
    public async Task The_zones_with_the_most_stock_come_first_and_each_comes_once()
    {
        var zones = await FindAsync(
            ("z-1", "UnderStock", "SELL"),
            ("z-2", "", "SELL"),
            ("z-5", "NormalStock", "SELL"),
            ("z-4", "NormalStock", "SELL"),
            ("z-3", "EnoughStock", "SELL"),
            ("z-3", "EnoughStock", "SELL"),
            ("z-6", "WithoutStock", "SOLD_OUT"));

        Assert.Equal(["z-3", "z-4", "z-5", "z-1", "z-2"], zones);
    }

    [Fact]
    public async Task A_type_that_is_sold_out_is_told_from_one_that_is_not_offered()
    {
        var soldOut = await Assert.ThrowsAsync<RuleViolationException>(() => FindAsync(("z-1", "WithoutStock", "SOLD_OUT"), ("z-2", "WithoutStock", "SOLD_OUT")));
        Assert.Contains("is sold out in every zone of 'ap-shanghai'", soldOut.Violation.Message, StringComparison.Ordinal);

        var world = new CopyWorld();
        var notOffered = await Assert.ThrowsAsync<RuleViolationException>(() => world.Time.RunAsync(
            () => ZoneChooser.FindAsync(world.Client, "ap-shanghai", "S5.NONE1", "SPOTPAID", CancellationToken.None)));
        Assert.Contains("'S5.NONE1' is not offered in 'ap-shanghai' with charge type SPOTPAID", notOffered.Violation.Message, StringComparison.Ordinal);
    }

    // The offers of another type stand between those of the type, in a zone of their own.
    private static Task<IReadOnlyList<string>> FindAsync(params (string Zone, string Stock, string Status)[] offers)
    {
        var world = new CopyWorld(between: inner => new RewritingHandler(inner, "DescribeZoneInstanceConfigInfos", Replace, times: 1));
        return world.Time.RunAsync(() => ZoneChooser.FindAsync(world.Client, "ap-shanghai", "S5.MEDIUM4", null, CancellationToken.None));

        void Replace(JsonObject response)
        {
            var one = response["InstanceTypeQuotaSet"]![0]!;
            var all = offers.Select(offer => Offer(one, "S5.MEDIUM4", offer.Zone, offer.Stock, offer.Status))
                .Prepend(Offer(one, "S5.LARGE8", "z-9", "EnoughStock", "SELL"));
            response["InstanceTypeQuotaSet"] = new JsonArray([.. all]);
        }
    }

    private static JsonNode Offer(JsonNode like, string type, string zone, string stock, string status)
    {
        var offer = like.DeepClone();
        (offer["InstanceType"], offer["Zone"], offer["StatusCategory"], offer["Status"]) = (type, zone, stock, status);
        return offer;
    }
}
