using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Deleting;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Images.Deleting;

public sealed class ImageRemoverTests
{
    private const string Action = "DeleteImages";

    private readonly CopyWorld _world = new();
    private readonly List<ImageRemovalPlan> _plans = [];

    [Fact]
    public async Task Images_of_a_region_are_deleted_in_one_request()
    {
        var images = _world.AddImages(3, index => $"old-{index}");
        var elsewhere = _world.AddImages(1, _ => "old", "ap-beijing");

        Assert.Empty(await RemoveAsync([.. images, .. elsewhere]));

        Assert.All(images.Concat(elsewhere), image => Assert.Null(_world.Cloud.FindImage(image.ImageId)));
        Assert.Equal(2, _world.CallsOf(Action));
        Assert.Equal(4, _plans.Count);
        Assert.All(_plans, plan => Assert.Equal((false, 0), (plan.IncludesSnapshots, plan.AccountsToUnshare)));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task Snapshots_are_deleted_on_request(bool includeSnapshots, int left)
    {
        var image = _world.AddImages(1, _ => "old")[0];
        var snapshot = Assert.Single(image.Snapshots).SnapshotId;

        await RemoveAsync([image], includeSnapshots: includeSnapshots);

        Assert.Equal(includeSnapshots, Assert.Single(_plans).IncludesSnapshots);
        Assert.Equal(left, _world.Cloud.Snapshots().Count(known => known.SnapshotId == snapshot));
    }

    [Fact]
    public async Task What_is_not_confirmed_stays()
    {
        var images = _world.AddImages(2, index => $"old-{index}");

        Assert.Empty(await RemoveAsync(images, confirm: plan => plan.Image.ImageId == images[1].ImageId));

        Assert.NotNull(_world.Cloud.FindImage(images[0].ImageId));
        Assert.Null(_world.Cloud.FindImage(images[1].ImageId));
    }

    [Fact]
    public async Task Images_that_cannot_be_deleted_do_not_affect_the_others()
    {
        var images = _world.AddImages(5, index => $"old-{index}");
        _world.Cloud.ShareImage(images[1].ImageId, SimulatedWorld.Partner.AccountId);
        _world.Cloud.SetImageState(images[3].ImageId, "SYNCING");

        var failures = await RemoveAsync([.. images, new SimulatedImage { ImageId = "img-unknown1", ImageName = "", Region = CopyWorld.Source, AccountId = "" }]);

        Assert.Equal(["ImageBusy", "ImageNotFound"], failures.Values.OfType<RuleViolationException>().Select(failure => failure.Violation.Id).Order(StringComparer.Ordinal));
        Assert.IsType<TencentCloudException>(failures[images[1].ImageId]);
        Assert.Equal(3, failures.Count);
        Assert.Equal([1, 3], Enumerable.Range(0, 5).Where(index => _world.Cloud.FindImage(images[index].ImageId) is not null));
    }

    [Fact]
    public async Task Sharing_stops_first_on_request()
    {
        var images = _world.AddImages(2, index => $"old-{index}");
        _world.Cloud.ShareImage(images[0].ImageId, SimulatedWorld.Partner.AccountId);

        Assert.Empty(await RemoveAsync(images, unshare: true));

        Assert.Equal([1, 0], _plans.Select(plan => plan.AccountsToUnshare));
        Assert.Equal(1, _world.CallsOf("ModifyImageSharePermission"));
        Assert.All(images, image => Assert.Null(_world.Cloud.FindImage(image.ImageId)));
    }

    [Fact]
    public async Task An_image_that_stays_shared_is_not_deleted()
    {
        var images = _world.AddImages(2, index => $"old-{index}");
        _world.Cloud.ShareImage(images[0].ImageId, SimulatedWorld.Partner.AccountId);
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "ModifyImageSharePermission" });

        var failure = Assert.Single(await RemoveAsync(images, unshare: true));

        Assert.Equal(images[0].ImageId, failure.Key);
        Assert.Equal("UnauthorizedOperation", Assert.IsType<TencentCloudException>(failure.Value).Code);
        Assert.NotNull(_world.Cloud.FindImage(images[0].ImageId));
        Assert.Null(_world.Cloud.FindImage(images[1].ImageId));
    }

    [Fact]
    public async Task An_image_whose_accounts_cannot_be_read_is_not_deleted()
    {
        var images = _world.AddImages(2, index => $"old-{index}");
        _world.Cloud.ShareImage(images[0].ImageId, SimulatedWorld.Partner.AccountId);
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" })
        {
            // Once for each image before the confirmation.
            Action = "DescribeImageSharePermission",
            FirstCall = 3,
        });

        var failure = Assert.Single(await RemoveAsync(images, unshare: true));

        Assert.Equal(images[0].ImageId, failure.Key);
        Assert.Equal("DescribeImageSharePermission", Assert.IsType<TencentCloudException>(failure.Value).Action);
        Assert.NotNull(_world.Cloud.FindImage(images[0].ImageId));
        Assert.Null(_world.Cloud.FindImage(images[1].ImageId));
    }

    [Fact]
    public async Task An_image_that_somebody_else_deletes_meanwhile_is_not_found()
    {
        var images = _world.AddImages(2, index => $"old-{index}");

        var failure = Assert.Single(await RemoveAsync(images, confirm: plan => plan.Image.ImageId == images[1].ImageId || _world.Cloud.RemoveImage(images[0].ImageId)));

        Assert.Equal(images[0].ImageId, failure.Key);
        Assert.Equal("InvalidImageId.NotFound", Assert.IsType<TencentCloudException>(failure.Value).Code);
        Assert.Null(_world.Cloud.FindImage(images[1].ImageId));
    }

    [Theory]
    [InlineData(FaultKind.ResetAfterActing, 1)]
    [InlineData(FaultKind.ResetBeforeActing, 2)]
    [InlineData(FaultKind.InternalErrorBeforeActing, 2)]
    public async Task After_a_lost_response_only_what_still_exists_is_deleted(FaultKind fault, int requests)
    {
        var images = _world.AddImages(3, index => $"old-{index}");
        _world.Cloud.Faults.Add(new FaultRule(fault) { Action = Action });

        Assert.Empty(await RemoveAsync(images));

        Assert.All(images, image => Assert.Null(_world.Cloud.FindImage(image.ImageId)));
        Assert.Equal(requests, _world.CallsOf(Action));
    }

    [Fact]
    public async Task After_three_lost_responses_the_images_fail_with_the_last_error()
    {
        var images = _world.AddImages(2, index => $"old-{index}");
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetBeforeActing) { Action = Action, Times = int.MaxValue });
        var began = _world.Time.GetUtcNow();

        var failures = await RemoveAsync(images);

        Assert.Equal(2, failures.Count);
        Assert.All(failures.Values, failure => Assert.True(Assert.IsType<TencentCloudException>(failure).MayHaveActed));
        Assert.All(images, image => Assert.NotNull(_world.Cloud.FindImage(image.ImageId)));
        Assert.Equal(3, _world.CallsOf(Action));
        // Deleted images may stay visible for 15 seconds.
        Assert.InRange(_world.Time.GetUtcNow() - began, TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task An_outcome_that_cannot_be_found_out_is_unknown()
    {
        var images = _world.AddImages(2, index => $"old-{index}");
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = Action });
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.ConnectionRefused) { Action = "DescribeImages", FirstCall = 2, Times = int.MaxValue });

        var failures = await RemoveAsync(images);

        Assert.Equal(2, failures.Count);
        Assert.All(failures, failure =>
        {
            var unknown = Assert.IsType<TencentCloudException>(failure.Value);
            Assert.Equal(ClientErrorCodes.OutcomeUnknown, unknown.Code);
            Assert.StartsWith($"It is not known whether {failure.Key} in ap-guangzhou was deleted", unknown.Message, StringComparison.Ordinal);
        });
        Assert.Equal(1, _world.CallsOf(Action));
    }

    [Fact]
    public async Task Longer_lists_than_the_service_takes_are_halved()
    {
        _world.Cloud.Options.MaximumImagesPerDeletion = 2;
        var images = _world.AddImages(5, index => $"old-{index}");

        Assert.Empty(await RemoveAsync(images));

        Assert.All(images, image => Assert.Null(_world.Cloud.FindImage(image.ImageId)));
    }

    [Fact]
    public async Task Without_a_connection_all_images_of_the_request_fail_at_once()
    {
        var images = _world.AddImages(3, index => $"old-{index}");
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "AuthFailure.UnauthorizedOperation" }) { Action = Action, Times = int.MaxValue });

        var failures = await RemoveAsync(images);

        Assert.Equal(3, failures.Count);
        Assert.Equal(1, _world.CallsOf(Action));
    }

    [Theory]
    [InlineData(new long[] { 50, 100 }, 150)]
    [InlineData(new long[0], 40)]
    public void The_size_of_a_plan_is_that_of_the_snapshots_or_else_of_the_image(long[] snapshots, long size) =>
        Assert.Equal(size, new ImageRemovalPlan(
            new() { ImageSize = 40, SnapshotSet = [.. snapshots.Select(disk => new Core.Api.Cvm.Models.Snapshot { DiskSize = disk })] }, "", false, 0).SnapshotSizeGB);

    private async Task<IReadOnlyDictionary<string, Exception>> RemoveAsync(
        IReadOnlyList<SimulatedImage> images, bool includeSnapshots = false, bool unshare = false, Func<ImageRemovalPlan, bool>? confirm = null)
    {
        var failures = new ConcurrentDictionary<string, Exception>();
        var options = new ImageRemovalOptions
        {
            IncludeSnapshots = includeSnapshots,
            Unshare = unshare,
            ConfirmAsync = plan =>
            {
                _plans.Add(plan);
                return Task.FromResult(confirm?.Invoke(plan) ?? true);
            },
        };
        await _world.Time.RunAsync(() => new ImageRemover(_world.Client, options, _world.Time, NullLogger.Instance).RunAsync(
            [.. images.Select(image => new ImageRef(image.ImageId, image.Region))],
            (image, failure) => Assert.True(failures.TryAdd(image.ImageId, failure)),
            CancellationToken.None));
        return failures;
    }
}
