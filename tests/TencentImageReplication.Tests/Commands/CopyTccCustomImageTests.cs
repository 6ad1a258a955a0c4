using System.Management.Automation;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>The inputs and rows of Copy-TccCustomImage.</summary>
public sealed class CopyTccCustomImageTests : IDisposable
{
    private readonly CloudShell _shell = new();

    [Fact]
    public void One_request_for_an_image_returns_a_row_for_each_destination()
    {
        var rows = _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-beijing").All<TccImageCopy>();

        Assert.Equal(["ap-beijing", "ap-shanghai"], rows.Select(row => row.Region).Order(StringComparer.Ordinal));
        Assert.All(rows, row =>
        {
            Assert.Equal(("golden-web-2024", "img-gweb2024", "ap-guangzhou"), (row.ImageName, row.SourceImageId, row.SourceRegion));
            Assert.Equal((ImageCopyStatus.Requested, false, 50), (row.Status, row.Reused, row.SizeGB));
            Assert.Equal(_shell.Cloud.FindImage(row.ImageId!)!.Region, row.Region);
            Assert.NotNull(row.RequestedAt);
            Assert.NotEmpty(row.RequestId!);
            Assert.Null(row.ErrorCode);
        });
        Assert.Equal(1, _shell.CallsOf("SyncImages"));
    }

    [Theory]
    [InlineData("'img-gweb2024', 'img-gdb02024' | Copy-TccCustomImage -DestinationRegion ap-shanghai")]
    [InlineData("Copy-TccCustomImage -ImageId img-gweb2024, img-gdb02024 -DestinationRegion ap-shanghai")]
    [InlineData("Copy-TccCustomImage -ImageId (Get-TccImage -ImageName golden-*) -DestinationRegion ap-shanghai")]
    [InlineData("Get-TccImage -ImageName golden-* | Copy-TccCustomImage -DestinationRegion ap-shanghai")]
    [InlineData("Get-TccImage -ImageName golden-* | ConvertTo-CsvRow | Copy-TccCustomImage -DestinationRegion ap-shanghai")]
    [InlineData("Get-TccImage -ImageName golden-* | ForEach-Object { [pscustomobject]@{ ImageId = $_.ImageId; Region = $_.Region } } | Copy-TccCustomImage -DestinationRegion ap-shanghai")]
    [InlineData("Get-TccImage -ImageName golden-* | ForEach-Object { [pscustomobject]@{ ImageId = $_.ImageId } } | Copy-TccCustomImage -DestinationRegion ap-shanghai")]
    [InlineData("Get-TccImage -ImageName golden-* | ConvertTo-ClixmlObject | Copy-TccCustomImage -DestinationRegion ap-shanghai")]
    [InlineData("Get-TccImage -ImageName golden-* | Copy-TccCustomImage -DestinationRegion (Get-TccRegion ap-shanghai)")]
    [InlineData("@{ ImageId = 'img-gweb2024'; Region = 'ap-guangzhou'; DestinationRegion = 'ap-shanghai' }, @{ ImageId = 'img-gdb02024'; Region = ''; DestinationRegion = 'ap-shanghai' } | ForEach-Object { [pscustomobject]$_ } | Copy-TccCustomImage")]
    [InlineData("@{ ImageId = 'img-gweb2024'; DestinationRegion = 'ap-shanghai' }, @{ ImageId = 'img-gdb02024'; DestinationRegion = @('ap-shanghai') } | ForEach-Object { [pscustomobject]$_ } | Copy-TccCustomImage")]
    public void Images_come_by_value_and_by_property_name(string script)
    {
        var rows = _shell.Run(script).All<TccImageCopy>();

        Assert.Equal(["golden-db-2024", "golden-web-2024"], rows.Select(row => row.ImageName).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(("ap-guangzhou", "ap-shanghai"), (row.SourceRegion, row.Region)));
    }

    [Fact]
    public void The_region_of_the_connection_is_the_default()
    {
        var image = _shell.AddImage("elsewhere", "ap-tokyo");

        var result = _shell.Run($"Copy-TccCustomImage {image.ImageId} ap-seoul; Copy-TccCustomImage {image.ImageId} ap-seoul -Region ap-tokyo");

        Assert.Equal("ImageNotFound,TencentImageReplication.Commands.CopyTccCustomImageCommand", Assert.Single(result.Errors).FullyQualifiedErrorId);
        Assert.Equal([ImageCopyStatus.Failed, ImageCopyStatus.Requested], result.Of<TccImageCopy>().Select(row => row.Status));
    }

    [Fact]
    public void Piped_destinations_of_one_image_are_requested_together()
    {
        var rows = _shell.Run(
            """
            'ap-shanghai', 'ap-beijing', 'ap-beijing' |
                ForEach-Object { [pscustomobject]@{ ImageId = 'img-gweb2024'; Region = 'ap-guangzhou'; DestinationRegion = $_ } } |
                Copy-TccCustomImage
            """).All<TccImageCopy>();

        Assert.Equal(2, rows.Count);
        Assert.Equal(1, _shell.CallsOf("SyncImages"));
    }

    [Fact]
    public void A_destination_that_is_specified_twice_has_one_row() =>
        Assert.Single(_shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-shanghai").All<TccImageCopy>());

    [Theory]
    [InlineData("$rows")]
    [InlineData("$rows | ConvertTo-CsvRow")]
    [InlineData("$rows | ConvertTo-ClixmlObject")]
    public void A_failed_row_is_retried_from_its_source(string rows)
    {
        _shell.Cloud.Options.CopiesTo["ap-shanghai"] = new CopyLifeCycle { Ending = CopyEnding.CreateFailed };
        _shell.Cloud.Options.CopiesTo["ap-beijing"] = new CopyLifeCycle { Ending = CopyEnding.CreateFailed };
        _shell.Run("$rows = @(Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-beijing | Wait-TccImage 2>$null)");
        _shell.Cloud.Options.CopiesTo.Clear();

        var again = _shell.Run($"{rows} | Copy-TccCustomImage | Wait-TccImage").All<TccImageCopy>();

        Assert.Equal(["ap-beijing", "ap-shanghai"], again.Select(row => row.Region).Order(StringComparer.Ordinal));
        Assert.All(again, row => Assert.Equal(
            ("img-gweb2024", "ap-guangzhou", "golden-web-2024", ImageCopyStatus.Completed),
            (row.SourceImageId, row.SourceRegion, row.ImageName, row.Status)));
        Assert.Equal(2, _shell.CallsOf("SyncImages"));
    }

    [Theory]
    [InlineData("$rows")]
    [InlineData("$rows | ConvertTo-CsvRow")]
    [InlineData("$rows | ConvertTo-ClixmlObject")]
    public void Rows_assign_copies_of_look_alikes_to_their_sources(string rows)
    {
        var twins = new[] { _shell.AddImage("twin"), _shell.AddImage("twin") };
        _shell.Run($"$rows = @('{twins[0].ImageId}', '{twins[1].ImageId}' | Copy-TccCustomImage -DestinationRegion ap-shanghai -NoSourceTag | Wait-TccImage)");

        var again = _shell.Run($"{rows} | Copy-TccCustomImage").All<TccImageCopy>();

        Assert.Equal(2, again.Count(row => row.Reused));
        Assert.All(again, row => Assert.Equal(row.SourceImageId, _shell.Cloud.FindImage(row.ImageId!)!.CopiedFrom));
        var without = _shell.Run($"'{twins[0].ImageId}' | Copy-TccCustomImage -DestinationRegion ap-shanghai");
        Assert.StartsWith("AmbiguousCopy,", Assert.Single(without.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_assign_copies_of_look_alikes_to_their_sources()
    {
        var twins = new[] { _shell.AddImage("twin"), _shell.AddImage("twin") };
        _shell.Run("Get-TccImage -ImageName twin | Copy-TccCustomImage -DestinationRegion ap-shanghai | Wait-TccImage");

        var result = _shell.Run("Get-TccImage -ImageName twin | Copy-TccCustomImage -DestinationRegion ap-shanghai");

        Assert.Empty(result.Errors);
        var rows = result.All<TccImageCopy>();
        Assert.Equal(twins.Select(twin => twin.ImageId).Order(), rows.Select(row => row.SourceImageId).Order());
        Assert.All(rows, row => Assert.True(row.Reused));
        Assert.All(rows, row => Assert.Equal(row.SourceImageId, _shell.Cloud.FindImage(row.ImageId!)!.CopiedFrom));
    }

    [Fact]
    public void A_copy_that_is_piped_with_a_destination_is_a_source()
    {
        var rows = _shell.Run(
            "Copy-TccCustomImage img-gweb2024 ap-shanghai | Wait-TccImage | Copy-TccCustomImage -DestinationRegion ap-beijing, ap-nanjing").All<TccImageCopy>();

        Assert.Equal(["ap-beijing", "ap-nanjing"], rows.Select(row => row.Region).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal("ap-shanghai", row.SourceRegion));
        Assert.DoesNotContain("img-gweb2024", rows.Select(row => row.SourceImageId));
    }

    [Fact]
    public void The_copies_have_the_specified_name()
    {
        var row = Assert.Single(_shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai -DestinationImageName web-sh").All<TccImageCopy>());

        Assert.Equal("web-sh", row.ImageName);
        Assert.Equal("web-sh", _shell.Cloud.FindImage(row.ImageId!)!.ImageName);
    }

    [Fact]
    public void A_second_run_reuses_copies_except_with_Force()
    {
        var result = _shell.Run(
            """
            $first = Copy-TccCustomImage img-gweb2024 ap-shanghai
            Copy-TccCustomImage img-gweb2024 ap-shanghai
            $null = $first | Wait-TccImage
            Copy-TccCustomImage img-gweb2024 ap-shanghai
            Copy-TccCustomImage img-gweb2024 ap-shanghai -Force
            """);

        var rows = result.All<TccImageCopy>();
        Assert.Equal(
            [(ImageCopyStatus.Copying, true), (ImageCopyStatus.Completed, true), (ImageCopyStatus.Requested, false)],
            rows.Select(row => (row.Status, row.Reused)));
        Assert.Equal(rows[0].ImageId, rows[1].ImageId);
        Assert.NotEqual(rows[0].ImageId, rows[2].ImageId);
    }

    [Fact]
    public void Inputs_without_an_image_or_a_destination_are_errors_and_the_others_continue()
    {
        var result = _shell.Run("$null, 'img-gdb02024' | Copy-TccCustomImage -DestinationRegion ap-shanghai; 'img-gweb2024' | Copy-TccCustomImage");

        Assert.Equal("golden-db-2024", Assert.Single(result.Of<TccImageCopy>()).ImageName);
        Assert.Equal(["NoImageId", "NoDestination"], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.All(result.Errors, error => Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category));
        Assert.All(result.Errors, error => Assert.IsNotType<PSCmdlet>(error.TargetObject, exactMatch: false));
    }

    [Fact]
    public void A_failed_copy_as_a_source_is_an_error_that_names_it_and_the_others_continue()
    {
        _shell.Cloud.Faults.Add(Clouds.Refusal("ResourceInsufficient.ImageQuota", "SyncImages"));

        var result = _shell.Run(
            "Copy-TccCustomImage img-gweb2024, img-gdb02024 ap-shanghai -ThrottleLimit 1 | Wait-TccImage | Copy-TccCustomImage -DestinationRegion ap-beijing");

        Assert.Equal("golden-db-2024", Assert.Single(result.Of<TccImageCopy>()).ImageName);
        Assert.Contains(result.Errors, error => error.FullyQualifiedErrorId.StartsWith("CopyNotUsable", StringComparison.Ordinal)
            && error.ToString().Contains("img-gweb2024", StringComparison.Ordinal));
    }

    [Fact]
    public void The_throttle_limit_is_the_maximum_number_of_concurrent_images()
    {
        foreach (var index in Enumerable.Range(0, 6))
            _shell.AddImage($"many-{index}");
        _shell.Cloud.Options.Latency = TimeSpan.FromSeconds(2);

        Assert.Equal(1, MaxConcurrent("-ThrottleLimit 1 -DestinationRegion ap-shanghai"));
        Assert.Equal(2, MaxConcurrent("-ThrottleLimit 2 -DestinationRegion ap-beijing"));
        Assert.InRange(MaxConcurrent("-ThrottleLimit 8 -DestinationRegion ap-nanjing"), 3, 6);

        int MaxConcurrent(string parameters)
        {
            var from = _shell.Time.GetUtcNow();
            Assert.Equal(6, _shell.Run($"Get-TccImage -ImageName many-* | Copy-TccCustomImage {parameters} -DryRun").All<TccImageCopy>().Count);
            return _shell.Cloud.Calls.Where(call => call.Action == "SyncImages" && call.Time > from).CountBy(call => call.Time).Max(group => group.Value);
        }
    }

    public void Dispose() => _shell.Dispose();
}
