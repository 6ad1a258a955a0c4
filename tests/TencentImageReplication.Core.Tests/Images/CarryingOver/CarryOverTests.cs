using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Images.CarryingOver;

public sealed class CarryOverTests
{
    private const string Destination = "ap-shanghai";

    private static readonly CarriedAttributes All = CarriedAttributes.Description | CarriedAttributes.Family
        | CarriedAttributes.Deprecated | CarriedAttributes.Sharing | CarriedAttributes.Tag;

    private readonly CopyWorld _world = new();
    private readonly SimulatedImage _copy;

    public CarryOverTests() => _copy = Assert.Single(_world.AddImages(1, _ => "golden-web-2024", Destination));

    [Fact]
    public async Task All_attributes_are_set()
    {
        _world.Cloud.UpdateImage(SimulatedWorld.WebImageId, image => image with { Deprecated = true });

        var outcome = await CarryOverAsync(All);

        Assert.Equal((CarriedAttributes.None, 0), (outcome.Failed, outcome.Failures.Count));
        var copy = Now();
        Assert.Equal(("The web server", "golden-web", true), (copy.Description, copy.Family, copy.Deprecated));
        Assert.Equal(["env", "team"], copy.Tags.Select(tag => tag.Key).Order(StringComparer.Ordinal));
        Assert.Equal([SimulatedWorld.Partner.AccountId], copy.SharedWith);
    }

    [Theory]
    [InlineData(CarriedAttributes.Description, "The web server", "", false)]
    [InlineData(CarriedAttributes.Family, "", "golden-web", false)]
    [InlineData(CarriedAttributes.Deprecated, "", "", true)]
    public async Task Only_the_requested_attributes_are_set(CarriedAttributes attributes, string description, string family, bool deprecated)
    {
        _world.Cloud.UpdateImage(SimulatedWorld.WebImageId, image => image with { Deprecated = true });

        await CarryOverAsync(attributes);

        var copy = Now();
        Assert.Equal((description, family, deprecated, 0, 0), (copy.Description, copy.Family, copy.Deprecated, copy.Tags.Count, copy.SharedWith.Count));
    }

    [Fact]
    public async Task An_attribute_that_the_source_lacks_is_removed_from_the_copy()
    {
        _world.Cloud.UpdateImage(SimulatedWorld.WebImageId, image => image with { Description = "", Family = "" });
        _world.Cloud.UpdateImage(_copy.ImageId, image => image with { Description = "old", Family = "old", Deprecated = true });

        await CarryOverAsync(CarriedAttributes.Description | CarriedAttributes.Family | CarriedAttributes.Deprecated);

        var copy = Now();
        Assert.Equal(("", "", false), (copy.Description, copy.Family, copy.Deprecated));
    }

    [Fact]
    public async Task Attributes_that_are_equal_already_are_not_sent()
    {
        await CarryOverAsync(All);
        await CarryOverAsync(All);

        Assert.Equal((1, 1), (_world.CallsOf("ModifyImageAttribute"), _world.CallsOf("ModifyImageSharePermission")));
    }

    [Fact]
    public async Task One_refused_account_does_not_keep_the_image_from_the_others()
    {
        var accounts = Enumerable.Range(0, 5).Select(index => $"20000000000{index}").ToArray();
        foreach (var account in accounts)
            _world.Cloud.AddAccount(new SimulatedAccount { AccountId = account, Name = account, SecretId = "id-" + account, SecretKey = "key-" + account });
        _world.Cloud.UpdateImage(SimulatedWorld.WebImageId, image => image with { SharedWith = [.. accounts.Take(3), "999999", .. accounts.Skip(3)] });

        var outcome = await CarryOverAsync(CarriedAttributes.Sharing);

        Assert.Equal(accounts, Now().SharedWith.Order(StringComparer.Ordinal));
        Assert.Equal(CarriedAttributes.Sharing, outcome.Failed);
        var failure = Assert.IsType<TencentCloudException>(Assert.Single(outcome.Failures).Error);
        Assert.Equal(("InvalidAccountId.NotFound", TencentCloudErrorKind.Service), (failure.Code, failure.Kind));
        Assert.StartsWith("Not shared with 999999: ", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.RequestId);
    }

    [Fact]
    public async Task An_image_that_is_shared_with_nobody_needs_no_request_for_the_copy()
    {
        _world.Cloud.UpdateImage(SimulatedWorld.WebImageId, image => image with { SharedWith = [] });

        Assert.Equal(CarriedAttributes.None, (await CarryOverAsync(CarriedAttributes.Sharing)).Failed);

        Assert.Equal((1, 0), (_world.CallsOf("DescribeImageSharePermission"), _world.CallsOf("ModifyImageSharePermission")));
    }

    [Theory]
    [InlineData("ModifyImageAttribute", CarriedAttributes.Description | CarriedAttributes.Family | CarriedAttributes.Deprecated)]
    [InlineData("TagResources", CarriedAttributes.Tag)]
    [InlineData("ModifyImageSharePermission", CarriedAttributes.Sharing)]
    public async Task A_failed_step_does_not_affect_the_others(string action, CarriedAttributes failed)
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = action });

        var outcome = await CarryOverAsync(All);

        Assert.Equal(failed, outcome.Failed);
        Assert.Equal(failed, Assert.Single(outcome.Failures).Attributes);
        var copy = Now();
        Assert.Equal(failed.HasFlag(CarriedAttributes.Description) ? "" : "The web server", copy.Description);
        Assert.Equal(failed.HasFlag(CarriedAttributes.Tag) ? 0 : 2, copy.Tags.Count);
        Assert.Equal(failed.HasFlag(CarriedAttributes.Sharing) ? 0 : 1, copy.SharedWith.Count);
    }

    [Fact]
    public async Task A_source_that_no_longer_exists_is_one_failure()
    {
        var outcome = await CarryOverAsync(All, sourceImageId: "img-unknown1");

        var failure = Assert.Single(outcome.Failures);
        Assert.Equal((All, All), (outcome.Failed, failure.Attributes));
        Assert.Equal("CarryOverSourceGone", Assert.IsType<RuleViolationException>(failure.Error).Violation.Id);
    }

    [Fact]
    public async Task A_source_is_read_once_and_again_after_a_failure()
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "DescribeImages", Region = CopyWorld.Source });
        var failed = await CarryOverAsync(CarriedAttributes.Description);
        Assert.Equal(CarriedAttributes.Description, failed.Failed);
        Assert.Equal("UnauthorizedOperation", Assert.IsType<TencentCloudException>(Assert.Single(failed.Failures).Error).Code);

        Assert.Equal(CarriedAttributes.None, (await CarryOverAsync(CarriedAttributes.Description)).Failed);
        await CarryOverAsync(CarriedAttributes.Description);

        Assert.Equal(1 + 1 + 3, _world.CallsOf("DescribeImages"));
    }

    private SimulatedImage Now() => _world.Cloud.FindImage(_copy.ImageId)!;

    private Task<CarryOverOutcome> CarryOverAsync(CarriedAttributes attributes, string sourceImageId = SimulatedWorld.WebImageId) =>
        _world.Time.RunAsync(async () =>
        {
            var described = await _world.Client.FindImagesAsync(Destination, [_copy.ImageId], CancellationToken.None);
            return await _world.CarryOver.RunAsync(
                new CarryOverRequest(sourceImageId, CopyWorld.Source, attributes), described[_copy.ImageId], Destination, CancellationToken.None);
        });
}
