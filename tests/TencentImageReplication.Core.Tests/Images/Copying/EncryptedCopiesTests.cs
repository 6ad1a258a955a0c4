using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Images.Copying;

/// <summary>Encrypted copies, which only a dry run distinguishes from others.</summary>
public sealed class EncryptedCopiesTests
{
    private static readonly ImageCopyRequest Wanted = CopyWorld.Request(SimulatedWorld.DatabaseImageId, CopyWorld.Source);

    private readonly CopyWorld _world = new();

    private IReadOnlyList<SimulatedImage> Encrypted => [.. _world.Cloud.Images().Where(image => image.Encrypted)];

    [Fact]
    public async Task A_second_run_reuses_the_encrypted_copy()
    {
        var first = await CopyAsync();
        _world.Time.Advance(TimeSpan.FromMinutes(5));

        var second = await CopyAsync();

        Assert.Equal((ImageCopyStatus.Requested, ImageCopyStatus.Completed), (first.Status, second.Status));
        Assert.Equal((first.ImageId, true), (second.ImageId, second.Reused));
        Assert.Equal(first.ImageId, Assert.Single(Encrypted).ImageId);
    }

    [Fact]
    public async Task An_image_that_is_not_encrypted_is_not_the_copy()
    {
        AddLookAlike();

        Assert.False((await CopyAsync()).Reused);
        Assert.Single(Encrypted);
    }

    [Fact]
    public async Task An_encrypted_image_beside_one_that_is_not_may_be_the_copy_of_either()
    {
        AddLookAlike();
        await CopyAsync();
        _world.Time.Advance(TimeSpan.FromMinutes(5));

        var row = await CopyAsync();

        Assert.Equal("AmbiguousCopy", Assert.IsType<RuleViolationException>(row.Error).Violation.Id);
        Assert.Single(Encrypted);
    }

    [Fact]
    public async Task While_the_copy_is_in_progress_nothing_is_known()
    {
        await CopyAsync();

        Assert.Equal("AmbiguousCopy", Assert.IsType<RuleViolationException>((await CopyAsync()).Error).Violation.Id);
        Assert.Single(Encrypted);
    }

    [Theory]
    [InlineData("UnsupportedOperation.SyncEncryptImageNotSupport", true)]
    [InlineData("UnsupportedOperation.EncryptedImagesNotSupported", true)]
    // Refused for another reason: it could be encrypted, so it is not yet.
    [InlineData("InvalidParameterValue.LimitExceeded", false)]
    public async Task The_code_of_the_dry_run_decides(string code, bool isEncrypted)
    {
        AddLookAlike();
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = code }) { Action = "SyncImages" });

        Assert.Equal(isEncrypted, (await CopyAsync()).Reused);
    }

    [Fact]
    public async Task A_candidate_that_is_being_copied_cannot_be_checked()
    {
        AddLookAlike();
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "InvalidParameterValue.InvalidImageState" }) { Action = "SyncImages", Times = int.MaxValue });

        var error = (await CopyAsync()).Error;

        Assert.True(error is RuleViolationException { Violation.Id: "AmbiguousCopy" }, error?.ToString());
        Assert.Empty(Encrypted);
    }

    [Fact]
    public async Task A_dry_run_without_a_response_fails_the_row()
    {
        AddLookAlike();
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.ConnectionRefused) { Action = "SyncImages", Times = int.MaxValue });

        Assert.Equal(TencentCloudErrorKind.ConnectionFailed, Assert.IsType<TencentCloudException>((await CopyAsync()).Error).Kind);
        Assert.Empty(Encrypted);
    }

    private void AddLookAlike() => _world.Cloud.AddImage(_world.Cloud.FindImage(SimulatedWorld.DatabaseImageId)! with { ImageId = "" });

    private async Task<ImageCopy> CopyAsync() => Assert.Single(await _world.CopyAsync(CopyKind.Encrypted, Wanted));
}
