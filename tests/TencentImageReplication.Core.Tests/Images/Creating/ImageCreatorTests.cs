using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Creating;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Images.Creating;

public sealed class ImageCreatorTests
{
    private const string Action = "CreateImage";

    private static readonly CreateImageRequest Request = new()
    {
        ImageName = "golden-db-2025",
        SnapshotIds = ["snap-gdb0sys1", "snap-gdb0dat1"],
        ImageDescription = "The database",
        ImageFamily = "golden-db",
        TagSpecification = [new TagSpecification { ResourceType = "image", Tags = [new Tag { Key = "env", Value = "prod" }] }],
    };

    private readonly CopyWorld _world = new();
    private readonly ImageCreator _creator;

    public ImageCreatorTests() => _creator = new ImageCreator(_world.Client, _world.Time, NullLogger.Instance);

    [Fact]
    public async Task A_new_image_is_returned_as_the_service_shows_it()
    {
        var image = await CreateAsync();

        var created = Assert.Single(Created());
        Assert.Equal((created.ImageId, "golden-db-2025", "CREATING", created.CreatedTime), (image.ImageId, image.ImageName, image.ImageState, image.CreatedTime));
    }

    [Fact]
    public async Task An_image_that_cannot_be_read_is_returned_as_requested()
    {
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.ConnectionRefused) { Action = "DescribeImages", FirstCall = 2, Times = int.MaxValue });

        var image = await CreateAsync();

        Assert.Equal(Assert.Single(Created()).ImageId, image.ImageId);
        Assert.Equal(
            ("golden-db-2025", "PRIVATE_IMAGE", "CREATING", "The database", "golden-db", "env=prod"),
            (image.ImageName, image.ImageType, image.ImageState, image.ImageDescription, image.ImageFamily, string.Join(';', image.Tags.Select(tag => $"{tag.Key}={tag.Value}"))));
    }

    [Fact]
    public async Task A_name_in_use_is_refused_without_a_request()
    {
        var failure = await Assert.ThrowsAsync<RuleViolationException>(() => CreateAsync(Request with { ImageName = "golden-web-2024" }));

        Assert.Equal("ImageNameTaken", failure.Violation.Id);
        Assert.Contains(SimulatedWorld.WebImageId, failure.Violation.Message, StringComparison.Ordinal);
        Assert.Equal(0, _world.CallsOf(Action));
    }

    [Fact]
    public async Task A_name_that_only_contains_the_wanted_one_is_not_in_use()
    {
        _world.AddImages(1, _ => "golden-db-2025-old");

        Assert.NotNull(await CreateAsync());
    }

    [Fact]
    public async Task Of_two_requests_for_one_name_only_the_first_creates_an_image()
    {
        await _world.Time.RunAsync(async () =>
        {
            var first = _creator.CreateAsync(CopyWorld.Source, Request, CancellationToken.None);
            var second = _creator.CreateAsync(CopyWorld.Source.ToUpperInvariant(), Request, CancellationToken.None);
            await first;
            Assert.Equal("ImageNameTaken", (await Assert.ThrowsAsync<RuleViolationException>(() => second)).Violation.Id);
        });

        Assert.Equal(1, _world.CallsOf(Action));
    }

    [Fact]
    public async Task Requests_for_two_names_do_not_wait_for_each_other()
    {
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetBeforeActing) { Action = Action });
        var began = _world.Time.GetUtcNow();
        await _world.Time.RunAsync(async () =>
        {
            var first = _creator.CreateAsync(CopyWorld.Source, Request, CancellationToken.None);
            await _creator.CreateAsync(CopyWorld.Source, Request with { ImageName = "golden-db-2026" }, CancellationToken.None);
            // The first one still looks for the image of its lost response.
            Assert.False(first.IsCompleted);
            Assert.True(_world.Time.GetUtcNow() - began < TimeSpan.FromSeconds(30));
            await first;
        });

        Assert.Equal(3, _world.CallsOf(Action));
    }

    [Fact]
    public async Task A_batch_reports_each_image_or_its_failure()
    {
        var created = new List<string>();
        var failed = new List<(string, Exception)>();
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = Action, Region = "ap-beijing" });
        ImageCreation[] requests =
        [
            new(CopyWorld.Source, Request with { ImageName = "golden-web-2024" }),
            new("ap-beijing", Request),
            new(CopyWorld.Source, Request),
        ];

        await _world.Time.RunAsync(() => new ImageCreationBatch(_creator).RunAsync(
            CopyWorld.All(requests),
            (request, image) => created.Add($"{request.Region} {image.ImageName}"),
            (request, failure) => failed.Add((request.Region, failure)),
            CancellationToken.None));

        Assert.Equal(["ap-guangzhou golden-db-2025"], created);
        Assert.Equal(["ap-beijing", "ap-guangzhou"], failed.Select(failure => failure.Item1).Order(StringComparer.Ordinal));
        Assert.Contains(failed, failure => failure.Item2 is RuleViolationException);
        Assert.Contains(failed, failure => failure.Item2 is TencentCloudException);
    }

    [Theory]
    [InlineData(FaultKind.ResetAfterActing, 1)]
    [InlineData(FaultKind.InternalErrorAfterActing, 1)]
    [InlineData(FaultKind.ResetBeforeActing, 2)]
    [InlineData(FaultKind.InternalErrorBeforeActing, 2)]
    public async Task After_a_lost_response_there_is_one_image(FaultKind fault, int requests)
    {
        _world.Cloud.Faults.Add(new FaultRule(fault) { Action = Action });

        var image = await CreateAsync();

        Assert.Equal(Assert.Single(Created()).ImageId, image.ImageId);
        Assert.Equal(requests, _world.CallsOf(Action));
    }

    [Fact]
    public async Task After_three_lost_responses_the_last_error_is_thrown()
    {
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetBeforeActing) { Action = Action, Times = int.MaxValue });
        var began = _world.Time.GetUtcNow();

        var failure = await Assert.ThrowsAsync<TencentCloudException>(() => CreateAsync());

        Assert.True(failure.MayHaveActed);
        Assert.NotEqual(ClientErrorCodes.OutcomeUnknown, failure.Code);
        Assert.Equal((3, 0), (_world.CallsOf(Action), Created().Count));
        Assert.InRange(_world.Time.GetUtcNow() - began, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(6));
    }

    [Fact]
    public async Task A_search_without_a_response_leaves_the_outcome_unknown()
    {
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = Action });
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.ConnectionRefused) { Action = "DescribeImages", FirstCall = 2, Times = int.MaxValue });

        var failure = await Assert.ThrowsAsync<TencentCloudException>(() => CreateAsync());

        Assert.Equal(ClientErrorCodes.OutcomeUnknown, failure.Code);
        Assert.Contains("Check with Get-TccImage -ImageName 'golden-db-2025' before you retry.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, _world.CallsOf(Action));
    }

    [Theory]
    [InlineData("InvalidImageName.Duplicate")]
    [InlineData("OperationDenied.InstanceOperationInProgress")]
    [InlineData("MutexOperation.TaskRunning")]
    public async Task A_refusal_that_shows_the_lost_request_is_searched_for_longer_and_not_retried(string code)
    {
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.ResetBeforeActing) { Action = Action });
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = code }) { Action = Action, FirstCall = 2 });
        var began = _world.Time.GetUtcNow();

        var failure = await Assert.ThrowsAsync<TencentCloudException>(() => CreateAsync());

        Assert.Equal(ClientErrorCodes.OutcomeUnknown, failure.Code);
        Assert.Contains("not visible yet", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, _world.CallsOf(Action));
        Assert.True(_world.Time.GetUtcNow() - began >= TimeSpan.FromMinutes(6));
    }

    [Fact]
    public async Task The_same_refusal_without_a_lost_response_is_thrown()
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "InvalidImageName.Duplicate" }) { Action = Action });

        Assert.Equal("InvalidImageName.Duplicate", (await Assert.ThrowsAsync<TencentCloudException>(() => CreateAsync())).Code);
        Assert.Equal(1, _world.CallsOf(Action));
    }

    private IReadOnlyList<SimulatedImage> Created() => [.. _world.Cloud.Images().Where(image => image.ImageName == "golden-db-2025")];

    private Task<Image> CreateAsync(CreateImageRequest? request = null) =>
        _world.Time.RunAsync(() => _creator.CreateAsync(CopyWorld.Source, request ?? Request, CancellationToken.None));
}
