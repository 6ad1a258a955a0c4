using System.Management.Automation;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>A failed copy is a row and one error; the other inputs continue.</summary>
public sealed class CopyErrorTests : IDisposable
{
    private const string Custom = "TencentImageReplication.Commands.CopyTccCustomImageCommand";

    private readonly CloudShell _shell = new();

    [Theory]
    [InlineData("img-unknown1", "ap-shanghai", "ImageNotFound", ErrorCategory.ObjectNotFound, "Get-TccImage")]
    [InlineData("img-building", "ap-shanghai", "ImageNotNormal", ErrorCategory.InvalidOperation, "Wait-TccImage -ImageId img-building -Region ap-guangzhou")]
    [InlineData("img-gdb02024", "ap-guangzhou", "DestinationIsSource", ErrorCategory.InvalidArgument, "Copy-TccSharedImage")]
    [InlineData("img-gdb02024", "ap-singapore", "CrossBorderNotEnabled", ErrorCategory.PermissionDenied, "-AllowCrossBorder")]
    [InlineData("img-gdb02024", "ap-shanghai-fsi", "FinanceRegionIsolated", ErrorCategory.InvalidArgument, "Get-TccRegion -DestinationFor")]
    public void A_broken_rule_is_an_error_without_a_request(
        string imageId, string region, string id, ErrorCategory category, string advice)
    {
        var result = _shell.Run($"'{imageId}' | Copy-TccCustomImage -DestinationRegion {region}; 'img-gweb2024' | Copy-TccCustomImage -DestinationRegion ap-shanghai");

        AssertFailed(result, imageId, region, id, category, advice);
        Assert.Equal(ImageCopyStatus.Requested, result.Of<TccImageCopy>()[^1].Status);
        Assert.Equal(1, _shell.CallsOf("SyncImages"));
    }

    [Theory]
    [InlineData("img-unknown1", "ImageNotFound")]
    [InlineData("img-building", "ImageNotNormal")]
    public void A_bad_image_has_a_row_for_each_destination(string imageId, string id)
    {
        var result = _shell.Run($"'img-gweb2024', '{imageId}', 'img-gdb02024' | Copy-TccCustomImage -DestinationRegion ap-shanghai, ap-beijing");

        var rows = result.Of<TccImageCopy>();
        Assert.Equal(6, rows.Count);
        Assert.Equal(["ap-beijing", "ap-shanghai"], rows.Where(row => row.ErrorCode == id).Select(row => row.Region).Order(StringComparer.Ordinal));
        Assert.Equal(4, rows.Count(row => row.Status == ImageCopyStatus.Requested));
        Assert.Equal(2, result.Errors.Count);
    }

    [Fact]
    public void A_public_image_is_not_copied_by_either_cmdlet()
    {
        var imageId = _shell.Cloud.PublicImages[0].ImageId;

        var result = _shell.Run($"Copy-TccCustomImage {imageId} ap-shanghai; Copy-TccSharedImage {imageId}");

        Assert.Equal(
            [$"PublicImageNotCopied,{Custom}", "PublicImageNotCopied,TencentImageReplication.Commands.CopyTccSharedImageCommand"],
            result.Errors.Select(error => error.FullyQualifiedErrorId));
        Assert.All(result.Errors, error => Assert.Contains("Get-TccImage -ImageType Public", error.Advice(), StringComparison.Ordinal));
        Assert.Equal(0, _shell.CallsOf("SyncImages"));
    }

    [Fact]
    public void An_enabled_account_copies_across_the_border()
    {
        _shell.Cloud.UpdateAccount(SimulatedWorld.Owner with { CrossBorderEnabled = true });

        var row = Assert.Single(_shell.Run("Copy-TccCustomImage img-gweb2024 ap-singapore -AllowCrossBorder").All<TccImageCopy>());

        Assert.Equal(ImageCopyStatus.Requested, row.Status);
    }

    [Fact]
    public void A_refused_destination_does_not_stop_the_others()
    {
        var result = _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-singapore, ap-beijing -AllowCrossBorder");

        AssertFailed(result, "img-gweb2024", "ap-singapore", "UnsupportedOperation.Region", ErrorCategory.InvalidOperation, "after-sales service");
        var rows = result.Of<TccImageCopy>();
        Assert.NotEmpty(rows.Single(row => row.Status == ImageCopyStatus.Failed).RequestId!);
        Assert.Equal("ap-beijing, ap-shanghai", _shell.CopiedTo());
        Assert.Equal(2, rows.Count(row => row.Status == ImageCopyStatus.Requested));
    }

    [Theory]
    [InlineData("Copy-TccCustomImage img-gweb2024 -DestinationRegion ap-shangai")]
    [InlineData("Get-TccImage -Region ap-shangai")]
    public void A_misspelt_region_has_a_warning_that_suggests_the_right_one(string line) => Assert.Contains(
        "Did you mean ap-shanghai?", Assert.Single(_shell.Run(line).Warnings), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_region_has_one_warning_and_is_sent()
    {
        var result = _shell.Run("'img-gweb2024', 'img-gdb02024' | Copy-TccCustomImage -DestinationRegion ap-nowhere, ap-shanghai");

        Assert.Contains("ap-nowhere", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(2, result.Of<TccImageCopy>().Count(row => row is { Region: "ap-nowhere", Status: ImageCopyStatus.Failed }));
        Assert.Equal(2, result.Of<TccImageCopy>().Count(row => row is { Region: "ap-shanghai", Status: ImageCopyStatus.Requested }));
        Assert.All(result.Errors, error => Assert.IsType<TccException>(error.Exception));
        Assert.Equal(2, result.Errors.Count);
    }

    [Theory]
    [InlineData("Copy-TccCustomImage img-gweb2024 ap-shanghai -DestinationImageName ('n' * 61)", "61 characters")]
    [InlineData("Copy-TccCustomImage img-gweb2024 Shanghai", "ap-guangzhou")]
    [InlineData("Copy-TccCustomImage golden-web-2024 ap-shanghai", "Get-TccImage")]
    public void An_invalid_value_is_refused_with_advice(string script, string part)
    {
        var result = _shell.Run(script);

        var error = Assert.Single(result.Errors);
        Assert.Equal($"ParameterArgumentValidationError,{Custom}", error.FullyQualifiedErrorId);
        Assert.Contains(part, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_shell.Cloud.Calls);
    }

    [Theory]
    [InlineData("DestinationImageName", "61 characters")]
    [InlineData("ImageId", "is not an image ID")]
    [InlineData("DestinationRegion", "is not a region ID")]
    public void A_row_with_an_invalid_value_does_not_stop_the_others(string column, string part)
    {
        _shell.Set("wrong", new string('N', 61));
        var result = _shell.Run(
            $$"""
            $rows = 'img-gweb2024', 'img-gdb02024' | ForEach-Object { [pscustomobject]@{ ImageId = $_; DestinationRegion = 'ap-shanghai'; DestinationImageName = 'named' } }
            $rows[0].{{column}} = $wrong
            $rows | Copy-TccCustomImage
            """);

        Assert.Contains(part, Assert.Single(result.Errors).ToString(), StringComparison.Ordinal);
        Assert.Equal(("img-gdb02024", "named"), Assert.Single(result.Of<TccImageCopy>().Select(row => (row.SourceImageId, row.ImageName))));
    }

    [Fact]
    public void A_name_of_60_characters_is_accepted() => Assert.Equal(
        60, Assert.Single(_shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai -DestinationImageName ('n' * 60)").All<TccImageCopy>()).ImageName.Length);

    [Fact]
    public void A_failed_request_is_a_row_and_an_error_with_code_and_request_ID()
    {
        _shell.Cloud.Faults.Add(Clouds.Refusal("UnauthorizedOperation.ImageNotBelongToAccount", "SyncImages", times: 10));

        var result = _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai");

        AssertFailed(
            result, "img-gweb2024", "ap-shanghai", "UnauthorizedOperation.ImageNotBelongToAccount", ErrorCategory.PermissionDenied, "CAM");
        var row = Assert.Single(result.Of<TccImageCopy>());
        var failure = Assert.IsType<TccException>(Assert.Single(result.Errors).Exception);
        Assert.Equal((row.RequestId, row.ErrorCode, "SyncImages", "ap-guangzhou"), (failure.RequestId, failure.Code, failure.Action, failure.Region));
        Assert.Contains(failure.RequestId!, result.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failing_source_region_fails_only_its_rows()
    {
        var other = _shell.AddImage("other", "ap-beijing");
        _shell.Cloud.Faults.Add(Clouds.Refusal("AuthFailure.UnauthorizedOperation", "DescribeImages", "ap-beijing", 10));

        var result = _shell.Run($"Copy-TccCustomImage {other.ImageId} ap-shanghai -Region ap-beijing; Copy-TccCustomImage img-gweb2024 ap-shanghai");

        Assert.Equal([ImageCopyStatus.Failed, ImageCopyStatus.Requested], result.Of<TccImageCopy>().Select(row => row.Status));
        Assert.Equal($"AuthFailure.UnauthorizedOperation,{Custom}", Assert.Single(result.Errors).FullyQualifiedErrorId);
    }

    [Fact]
    public void A_lost_response_creates_one_copy_and_writes_a_verbose_message()
    {
        _shell.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "SyncImages" });

        var result = _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai -Verbose");

        var row = Assert.Single(result.All<TccImageCopy>());
        Assert.Equal(ImageCopyStatus.Requested, row.Status);
        Assert.Equal("ap-shanghai", _shell.CopiedTo());
        Assert.Contains(result.Verbose, line => line.Contains(row.ImageId!, StringComparison.Ordinal));
    }

    [Fact]
    public void With_ErrorAction_Stop_a_failed_request_can_be_caught_by_type()
    {
        _shell.Cloud.Faults.Add(Clouds.Refusal("ResourceInsufficient.ImageQuota", "SyncImages"));

        var result = _shell.Run(
            """
            try { Copy-TccCustomImage img-gweb2024 ap-shanghai -ErrorAction Stop }
            catch [TencentImageReplication.TccException] { "$($_.Exception.Code) $($_.CategoryInfo.Category) $($_.TargetObject.Region)" }
            """);

        Assert.Equal("ResourceInsufficient.ImageQuota ResourceUnavailable ap-shanghai", result.Output[^1].BaseObject);
    }

    [Fact]
    public void With_ErrorAction_SilentlyContinue_there_are_only_rows()
    {
        var result = _shell.Run("Copy-TccCustomImage img-unknown1, img-gweb2024 ap-shanghai -ErrorAction SilentlyContinue -ErrorVariable problems; $problems.Count");

        Assert.Empty(result.Errors);
        Assert.Equal(1, result.Output[^1].BaseObject);
        Assert.Equal(2, result.Of<TccImageCopy>().Count);
    }

    [Fact]
    public void Without_any_region_the_command_ends_with_advice()
    {
        using var shell = new Shell(new TccContext(Clouds.Connect(_shell.Cloud).Connection, _shell.Time, new VirtualThreads(_shell.Time)));

        var error = Assert.Single(shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai").Errors);

        Assert.Equal($"NoRegion,{Custom}", error.FullyQualifiedErrorId);
        Assert.Contains("-Region", error.Advice(), StringComparison.Ordinal);
    }

    private static void AssertFailed(
        ShellResult result, string imageId, string region, string id, ErrorCategory category, string advice)
    {
        var row = Assert.Single(result.Of<TccImageCopy>(), row => row.Status == ImageCopyStatus.Failed);
        Assert.Equal((imageId, region, id, null), (row.SourceImageId, row.Region, row.ErrorCode, row.ImageId));
        Assert.NotEmpty(row.ErrorMessage!);
        Assert.NotNull(row.CompletedAt);

        var error = Assert.Single(result.Errors);
        Assert.Equal($"{id},{Custom}", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Same(row, error.TargetObject);
        Assert.Contains(imageId, error.ToString(), StringComparison.Ordinal);
        Assert.Contains(advice, error.Advice(), StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();
}
