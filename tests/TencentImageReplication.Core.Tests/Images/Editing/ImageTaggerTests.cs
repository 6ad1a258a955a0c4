using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.Core.Tests.Images.Editing;

public sealed class ImageTaggerTests
{
    private readonly CopyWorld _world = new();
    private readonly ImageTagger _tagger;

    public ImageTaggerTests() => _tagger = new ImageTagger(new TencentCloudConnection(new TencentCloudConnectionOptions
    {
        Credentials = new StaticCredentialSource(new TencentCredential(SimulatedWorld.Owner.SecretId, SimulatedWorld.Owner.SecretKey), "a test"),
        TimeProvider = _world.Time,
        Handler = new SimulatedCloudHandler(_world.Cloud),
    }));

    [Fact]
    public async Task Existing_tags_stay_and_reserved_ones_are_skipped()
    {
        await TagAsync(new Tag { Key = "owner", Value = "me" }, new Tag { Key = "QCS:project", Value = "x" }, new Tag { Key = "qcs:team", Value = "x" });

        Assert.Equal(["env=prod", "owner=me", "team=web"], Tags());
    }

    [Fact]
    public async Task Without_a_tag_to_set_nothing_is_sent()
    {
        await TagAsync();
        await TagAsync(new Tag { Key = "qcs:project", Value = "x" });

        Assert.Empty(_world.Cloud.Calls);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    public async Task A_request_has_at_most_ten_tags(int tags, int requests)
    {
        await TagAsync([.. Enumerable.Range(0, tags).Select(index => new Tag { Key = $"key-{index:00}", Value = "x" })]);

        Assert.Equal((tags + 2, requests), (Tags().Count(), _world.CallsOf("TagResources")));
    }

    [Fact]
    public async Task The_account_is_read_once_and_again_after_a_failure()
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "GetCallerIdentity" });
        await Assert.ThrowsAsync<TencentCloudException>(() => TagAsync(new Tag { Key = "a", Value = "1" }));

        await TagAsync(new Tag { Key = "a", Value = "1" });
        await TagAsync(new Tag { Key = "b", Value = "2" });

        Assert.Equal(2, _world.CallsOf("GetCallerIdentity"));
        Assert.Equal(["a=1", "b=2", "env=prod", "team=web"], Tags());
    }

    [Fact]
    public async Task An_image_that_the_service_does_not_tag_is_an_error()
    {
        var failure = await Assert.ThrowsAsync<TencentCloudException>(() => _world.Time.RunAsync(() => _tagger.TagAsync(
            CopyWorld.Source, "img-unknown1", [new Tag { Key = "a", Value = "1" }], CancellationToken.None)));

        Assert.Equal("TagResources", failure.Action);
    }

    [Fact]
    public async Task Of_several_images_only_the_failed_one_has_an_error()
    {
        var (web, unknown) = (new ImageRef(SimulatedWorld.WebImageId, CopyWorld.Source), new ImageRef("img-unknown1", CopyWorld.Source));

        var failures = await _world.Time.RunAsync(() => _tagger.TagAsync([web, unknown], new Tag { Key = "a", Value = "1" }, CancellationToken.None));

        Assert.Equal(unknown, Assert.Single(failures).Key);
        Assert.Contains("a=1", Tags());
    }

    [Fact]
    public async Task A_failure_that_names_no_image_concerns_all()
    {
        var world = new CopyWorld(between: inner => new RewritingHandler(
            inner, "TagResources", response => response["FailedResources"]![0]!["Resource"] = "qcs::cvm:::", times: 1));
        ImageRef[] images = [new(SimulatedWorld.WebImageId, CopyWorld.Source), new("img-unknown1", CopyWorld.Source)];

        var failures = await world.Time.RunAsync(() => world.Tagger.TagAsync(images, new Tag { Key = "a", Value = "1" }, CancellationToken.None));

        Assert.Equal(images, failures.Keys);
    }

    private IEnumerable<string> Tags() =>
        _world.Cloud.FindImage(SimulatedWorld.WebImageId)!.Tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal);

    private Task TagAsync(params Tag[] tags) =>
        _world.Time.RunAsync(() => _tagger.TagAsync(CopyWorld.Source, SimulatedWorld.WebImageId, tags, CancellationToken.None));
}
