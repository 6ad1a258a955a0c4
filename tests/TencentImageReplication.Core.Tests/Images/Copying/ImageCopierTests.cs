using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using static TencentImageReplication.Core.Tests.Images.CopyWorld;

namespace TencentImageReplication.Core.Tests.Images.Copying;

public sealed class ImageCopierTests
{
    [Fact]
    public async Task One_call_asks_for_all_destinations_of_an_image()
    {
        var world = new CopyWorld();

        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing"));

        Assert.Equal(["ap-beijing", "ap-shanghai"], rows.Select(row => row.Region).Order());
        Assert.All(rows, row =>
        {
            Assert.Equal(ImageCopyStatus.Requested, row.Status);
            Assert.Equal("golden-web-2024", row.ImageName);
            Assert.Equal(SimulatedWorld.WebImageId, row.SourceImageId);
            Assert.Equal(50, row.SizeGB);
            Assert.False(row.Reused);
            Assert.Equal(row.ImageId, Assert.Single(world.CopiesIn(row.Region)).ImageId);
            Assert.NotNull(row.RequestId);
        });
        Assert.Equal(1, world.CallsOf("SyncImages"));
    }

    [Fact]
    public async Task Many_images_are_described_a_hundred_in_a_call()
    {
        var world = new CopyWorld();
        var images = world.AddImages(250, index => $"app-{index}");

        var rows = await world.CopyAsync([.. images.Select(image => Request(image.ImageId, "ap-shanghai"))]);

        Assert.Equal(250, rows.Count(row => row.Status == ImageCopyStatus.Requested));
        Assert.Equal(250, world.CopiesIn("ap-shanghai").Count());
        var describes = world.Cloud.Calls.Count(call => call.Action == "DescribeImages" && call.Region == Source);
        Assert.Equal(3, describes);
    }

    [Theory]
    [InlineData("img-nowhere1", CopyKind.Custom, "ImageNotFound")]
    [InlineData(SimulatedWorld.CreatingImageId, CopyKind.Custom, "ImageNotNormal")]
    [InlineData(SimulatedWorld.WebImageId, CopyKind.Shared, "CustomImageNeedsCopyCustom")]
    public async Task What_cannot_be_copied_is_told_before_it_is_asked_for(string imageId, CopyKind kind, string rule)
    {
        var world = new CopyWorld();
        var destination = kind == CopyKind.Custom ? "ap-shanghai" : Source;

        var row = Assert.Single(await world.CopyAsync(kind, Request(imageId, destination)));

        Assert.Equal(ImageCopyStatus.Failed, row.Status);
        Assert.Equal(rule, Assert.IsType<RuleViolationException>(row.Error).Violation.Id);
        Assert.Equal(0, world.CallsOf("SyncImages"));
    }

    [Fact]
    public async Task A_shared_image_is_no_custom_image_and_a_public_one_is_neither()
    {
        var world = new CopyWorld(SimulatedWorld.Partner);
        var publicImage = world.Cloud.PublicImages[0].ImageId;

        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai"), Request(publicImage, "ap-shanghai"));

        Assert.Equal(
            ["PublicImageNotCopied", "SharedImageNeedsCopyShared"],
            rows.Select(row => ((RuleViolationException)row.Error!).Violation.Id).Order());
        Assert.Equal(0, world.CallsOf("SyncImages"));
    }

    [Fact]
    public async Task A_shared_image_becomes_a_custom_image_in_its_region()
    {
        var world = new CopyWorld(SimulatedWorld.Partner);

        var row = Assert.Single(await world.CopyAsync(CopyKind.Shared, Request(SimulatedWorld.WebImageId, Source)));

        Assert.Equal(ImageCopyStatus.Requested, row.Status);
        Assert.Equal(SimulatedWorld.Partner.AccountId, world.Cloud.FindImage(row.ImageId!)!.AccountId);
    }

    [Theory]
    [InlineData("ap-singapore", "CrossBorderNotEnabled")]
    [InlineData("ap-shanghai-fsi", "FinanceRegionIsolated")]
    public async Task A_destination_against_the_rules_fails_alone(string destination, string rule)
    {
        var world = new CopyWorld();

        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, destination, "ap-shanghai"));

        Assert.Equal(2, rows.Count);
        Assert.Equal(rule, ((RuleViolationException)rows.Single(row => row.Region == destination).Error!).Violation.Id);
        Assert.Equal(ImageCopyStatus.Requested, rows.Single(row => row.Region == "ap-shanghai").Status);
    }

    [Fact]
    public async Task An_enabled_account_copies_across_the_border()
    {
        var world = new CopyWorld();
        world.Cloud.UpdateAccount(SimulatedWorld.Owner with { CrossBorderEnabled = true });

        var rows = await world.CopyAsync(
            world.Options(allowCrossBorder: true), Request(SimulatedWorld.WebImageId, "ap-singapore"));

        Assert.Equal(ImageCopyStatus.Requested, Assert.Single(rows).Status);
    }

    [Fact]
    public async Task Running_again_reuses_copies_that_are_done_or_on_their_way()
    {
        var world = new CopyWorld();
        var request = Request(SimulatedWorld.WebImageId, "ap-shanghai");
        var first = Assert.Single(await world.CopyAsync(request));

        var underWay = Assert.Single(await world.CopyAsync(request));
        world.Time.Advance(TimeSpan.FromMinutes(5));
        var done = Assert.Single(await world.CopyAsync(request));

        Assert.Equal((first.ImageId, true, ImageCopyStatus.Copying), (underWay.ImageId, underWay.Reused, underWay.Status));
        Assert.Equal((first.ImageId, true, ImageCopyStatus.Completed), (done.ImageId, done.Reused, done.Status));
        Assert.Single(world.CopiesIn("ap-shanghai"));
    }

    [Fact]
    public async Task Force_copies_all_the_same()
    {
        var world = new CopyWorld();
        await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai"));
        world.Time.Advance(TimeSpan.FromMinutes(5));

        var row = Assert.Single(await world.CopyAsync(
            world.Options(force: true), Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        Assert.Equal((ImageCopyStatus.Requested, false), (row.Status, row.Reused));
        Assert.Equal(2, world.CopiesIn("ap-shanghai").Count());
    }

    [Fact]
    public async Task An_image_of_another_size_or_system_is_not_taken_for_the_copy()
    {
        var world = new CopyWorld();
        world.Cloud.AddImage(new SimulatedImage
        {
            ImageName = "golden-web-2024",
            Region = "ap-shanghai",
            AccountId = SimulatedWorld.Owner.AccountId,
            SizeGB = 60,
        });

        var row = Assert.Single(await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        Assert.False(row.Reused);
    }

    [Fact]
    public async Task Two_images_of_one_name_are_kept_apart()
    {
        var world = new CopyWorld();
        var images = world.AddImages(2, _ => "twin");

        var rows = await world.CopyAsync([.. images.Select(image => Request(image.ImageId, "ap-shanghai"))]);

        Assert.Equal(2, rows.Select(row => row.ImageId).Distinct().Count());
        Assert.All(rows, row => Assert.Equal(row.SourceImageId, world.Cloud.FindImage(row.ImageId!)!.CopiedFrom));
        Assert.All(await world.CopyAsync([.. images.Select(image => Request(image.ImageId, "ap-beijing"))]), row => Assert.False(row.Reused));
    }

    [Fact]
    public async Task A_destination_whose_quota_is_reached_fails_alone()
    {
        var options = new SimulatedCloudOptions();
        options.ImageQuotas["ap-beijing"] = 0;
        var world = new CopyWorld(options: options);

        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing", "ap-chengdu"));

        var failed = Assert.Single(rows, row => row.Status == ImageCopyStatus.Failed);
        Assert.Equal("ap-beijing", failed.Region);
        Assert.Equal("ImageQuotaLimitExceeded", ((TencentCloudException)failed.Error!).Code);
        Assert.NotNull(failed.RequestId);
        Assert.Equal(2, rows.Count(row => row.Status == ImageCopyStatus.Requested));
    }

    [Fact]
    public async Task What_is_not_confirmed_is_not_asked_for()
    {
        var world = new CopyWorld();

        var rows = await world.CopyAsync(
            world.Options(confirm: false), Request(SimulatedWorld.DatabaseImageId, "ap-shanghai", "ap-beijing"));

        Assert.Empty(rows);
        Assert.Equal(0, world.CallsOf("SyncImages"));
        var plan = Assert.Single(world.Plans);
        Assert.Equal((600L, "golden-db-2024"), (plan.TotalSizeGB, plan.ImageName));
    }

    [Theory]
    [InlineData(DryRunAnswer.BareRequestId)]
    [InlineData(DryRunAnswer.DryRunOperation)]
    public async Task A_dry_run_copies_nothing(DryRunAnswer answer)
    {
        var world = new CopyWorld(options: new SimulatedCloudOptions { DryRunAnswer = answer });

        var row = Assert.Single(await world.CopyAsync(
            world.Options(dryRun: true), Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        Assert.Equal(ImageCopyStatus.DryRunPassed, row.Status);
        Assert.Empty(world.CopiesIn("ap-shanghai"));
        Assert.Empty(world.Plans);
    }

    [Fact]
    public async Task A_source_region_that_is_down_fails_its_rows_and_no_others()
    {
        var world = new CopyWorld();
        var elsewhere = world.AddImages(1, _ => "elsewhere", "ap-chengdu")[0];
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ConnectionRefused) { Region = Source, Times = int.MaxValue });

        var rows = await world.CopyAsync(
            Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing"),
            new ImageCopyRequest(elsewhere.ImageId, "ap-chengdu", ["ap-shanghai"], null));

        Assert.Equal(2, rows.Count(row => row.Status == ImageCopyStatus.Failed && row.SourceRegion == Source));
        Assert.Equal(ImageCopyStatus.Requested, Assert.Single(rows, row => row.SourceRegion == "ap-chengdu").Status);
    }

    [Fact]
    public async Task Nothing_is_copied_to_a_destination_that_cannot_be_looked_at()
    {
        var world = new CopyWorld();
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ConnectionRefused) { Region = "ap-beijing", Times = int.MaxValue });

        var rows = await world.CopyAsync(Request(SimulatedWorld.WebImageId, "ap-shanghai", "ap-beijing"));

        Assert.Equal(ImageCopyStatus.Failed, rows.Single(row => row.Region == "ap-beijing").Status);
        Assert.Equal(ImageCopyStatus.Requested, rows.Single(row => row.Region == "ap-shanghai").Status);
        Assert.Empty(world.CopiesIn("ap-beijing"));
    }

    [Fact]
    public async Task A_trial_call_is_repeated_when_its_answer_is_lost()
    {
        var world = new CopyWorld();
        world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "SyncImages" });

        var row = Assert.Single(await world.CopyAsync(
            world.Options(dryRun: true), Request(SimulatedWorld.WebImageId, "ap-shanghai")));

        Assert.Equal(ImageCopyStatus.DryRunPassed, row.Status);
        Assert.Equal(2, world.CallsOf("SyncImages"));
    }
}
