using System.Management.Automation;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class GetTccImageTests : IDisposable
{
    private readonly SimulatedCloud _cloud = Clouds.Create();
    private readonly Shell _shell;

    public GetTccImageTests() => _shell = new Shell(Clouds.Connect(_cloud));

    [Fact]
    public void Without_parameters_it_lists_the_custom_images_of_the_connection_s_region()
    {
        var images = _shell.Run("Get-TccImage").All<TccImage>();

        Assert.Equal(4, images.Count);
        Assert.All(images, image => Assert.Equal(("ap-guangzhou", "PRIVATE_IMAGE"), (image.Region, image.ImageType)));
    }

    [Theory]
    [InlineData("-ImageName 'golden-*'", "golden-db-2024, golden-web-2024")]
    [InlineData("-ImageName 'GOLDEN-W*', win*", "golden-web-2024, win-base-2022")]
    [InlineData("-ImageName '*'", "app-next, golden-db-2024, golden-web-2024, win-base-2022")]
    [InlineData("-State normal -Platform Win*", "win-base-2022")]
    [InlineData("-State CREATING", "app-next")]
    [InlineData("-Tag @{ team = 'web' }", "golden-web-2024")]
    [InlineData("-Tag env=prod, team=data", "golden-db-2024")]
    [InlineData("-Tag 'env=prod; team=data'", "golden-db-2024")]
    [InlineData("-Tag team", "golden-db-2024, golden-web-2024")]
    [InlineData("-ImageFamily golden-*", "golden-web-2024")]
    [InlineData("-ImageType Shared", "")]
    public void It_filters(string parameters, string names) => Assert.Equal(
        names,
        string.Join(", ", _shell.Run($"Get-TccImage {parameters}").All<TccImage>().Select(image => image.ImageName).Order(StringComparer.Ordinal)));

    [Fact]
    public void Regions_are_listed_once_each_and_their_images_stay_together()
    {
        AddImage("ap-tokyo", "elsewhere");

        var images = _shell.Run("Get-TccImage -Region ap-tokyo, ap-guangzhou, ap-shanghai, ap-tokyo").All<TccImage>();

        Assert.Equal(
            ["app-next", "win-base-2022", "golden-db-2024", "golden-web-2024"],
            images.Where(image => image.Region == "ap-guangzhou").Select(image => image.ImageName));
        Assert.Single(images, image => image.Region == "ap-tokyo");
        Assert.Equal(2, images.Zip(images.Skip(1)).Count(pair => pair.First.Region != pair.Second.Region) + 1);
    }

    [Fact]
    public void A_region_that_fails_is_an_error_and_the_others_continue()
    {
        AddImage("ap-tokyo", "elsewhere");
        _cloud.Faults = FaultsIn("ap-guangzhou");

        var result = _shell.Run("Get-TccImage -Region ap-guangzhou, ap-tokyo");

        Assert.Single(result.Output);
        var error = Assert.Single(result.Errors);
        var exception = Assert.IsType<TccException>(error.Exception);
        Assert.Equal(("UnauthorizedOperation", "ap-guangzhou", "DescribeImages"), (exception.Code, exception.Region, exception.Action));
        Assert.StartsWith("UnauthorizedOperation,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.PermissionDenied, error.CategoryInfo.Category);
        Assert.Contains(exception.RequestId!, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("ap-guangzhou", error.TargetObject);
    }

    [Theory]
    [InlineData("Get-TccImage -Region ap-tokyo, ap-guangzhou")]
    [InlineData("[pscustomobject]@{ Region = 'ap-tokyo' }, [pscustomobject]@{ Region = 'ap-guangzhou' } | Get-TccImage")]
    public void A_region_that_does_not_respond_does_not_delay_the_others(string line)
    {
        _cloud.Faults = new FaultPlan().Add(
            new FaultRule(FaultKind.StalledAnswer) { Action = "DescribeImages", Region = "ap-tokyo", Times = int.MaxValue });
        var clock = (VirtualClock)_cloud.TimeProvider;
        _shell.Set("clock", clock);

        var result = _shell.Run($"{line} | ForEach-Object {{ $clock.Elapsed }}");

        Assert.Equal(4, result.Output.Count);
        Assert.All(result.Output, elapsed => Assert.True((TimeSpan)elapsed.BaseObject < TimeSpan.FromSeconds(5), $"{elapsed}"));
        Assert.Equal("ap-tokyo", Assert.Single(result.Errors).TargetObject);
        Assert.True(clock.Elapsed > TimeSpan.FromMinutes(3));
    }

    [Theory]
    [InlineData(FaultKind.EmptyList)]
    [InlineData(FaultKind.NullList)]
    public void Nothing_for_something_is_an_error_of_the_region(FaultKind kind)
    {
        AddImage("ap-tokyo", "elsewhere");
        _cloud.Faults = new FaultPlan().Add(new FaultRule(kind) { Action = "DescribeImages", Region = "ap-guangzhou", Times = int.MaxValue });

        var result = _shell.Run("Get-TccImage -Region ap-guangzhou, ap-tokyo");

        Assert.Equal("ap-tokyo", Assert.IsType<TccImage>(Assert.Single(result.Output).BaseObject).Region);
        var error = Assert.Single(result.Errors);
        Assert.StartsWith("ClientError.IncompleteList,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("DescribeImages reported a total of 4, but returned 0", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Run the command again", error.Advice(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_other_image_is_missing_when_images_are_deleted_between_pages()
    {
        for (var index = 0; index < 150; index++)
            AddImage("ap-tokyo", $"image-{index}");
        _cloud.Options.ImagesBetweenPages = new ListChanges { Created = 1, Deleted = 7, Times = 1 };

        var names = _shell.Run("Get-TccImage -Region ap-tokyo").All<TccImage>().Select(image => image.ImageName).ToList();

        Assert.Empty(Enumerable.Range(0, 150).Select(index => $"image-{index}").Except(names));
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void An_unknown_ID_is_an_error_and_the_others_continue()
    {
        var result = _shell.Run($"Get-TccImage img-unknown1, {SimulatedWorld.WindowsImageId}");

        Assert.Single(result.Output);
        var error = Assert.Single(result.Errors);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("img-unknown1", error.TargetObject);
        Assert.NotEmpty(error.Advice());
    }

    [Fact]
    public void Images_of_a_failed_region_are_not_reported_as_missing()
    {
        _cloud.Faults = FaultsIn("ap-guangzhou");

        var error = Assert.Single(_shell.Run($"Get-TccImage {SimulatedWorld.WindowsImageId}").Errors);

        Assert.IsType<TccException>(error.Exception);
    }

    [Fact]
    public void Piped_objects_of_any_type_bind_by_property_name()
    {
        var images = _shell.Run($$"""
            [pscustomobject]@{ ImageId = '{{SimulatedWorld.WindowsImageId}}'; Region = 'ap-guangzhou'; ImageName = 'other' },
            [pscustomobject]@{ ImageName = 'golden-w*'; Region = 'ap-guangzhou' },
            [pscustomobject]@{ ImageId = '{{SimulatedWorld.DatabaseImageId}}'; Region = '' },
            [pscustomobject]@{ ImageId = $null; Region = 'ap-guangzhou' } | Get-TccImage
            """).All<TccImage>();

        Assert.Equal(
            [SimulatedWorld.DatabaseImageId, SimulatedWorld.WebImageId, SimulatedWorld.WindowsImageId],
            images.Select(image => image.ImageId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Piped_images_are_refreshed_with_one_request()
    {
        var before = Count();

        Assert.Equal(4, _shell.Run("Get-TccImage | Get-TccImage").All<TccImage>().Count);

        Assert.Equal(2, Count() - before);
        long Count() => _cloud.CallCounts.GetValueOrDefault("DescribeImages");
    }

    [Fact]
    public void A_region_object_can_be_used_as_a_region() =>
        Assert.Equal(4, _shell.Run("Get-TccImage -Region (Get-TccRegion ap-guangzhou)").All<TccImage>().Count);

    [Fact]
    public void Paging_skips_takes_and_counts()
    {
        Assert.Equal(2, _shell.Run("Get-TccImage -Skip 1 -First 2").Output.Count);
        Assert.Empty(_shell.Run("Get-TccImage -First 0").Output);

        var counted = _shell.Run("Get-TccImage -Skip 3 -IncludeTotalCount").Output;

        Assert.Equal(2, counted.Count);
        Assert.Equal(4UL, counted[0].BaseObject);
        Assert.IsType<TccImage>(counted[1].BaseObject);
    }

    [Theory]
    [InlineData("Get-TccImage not-an-image")]
    [InlineData("Get-TccImage -Region 'Guangzhou, China'")]
    [InlineData("Get-TccImage -ImageName 'golden['")]
    [InlineData("Get-TccImage -Platform 'Win[dows'")]
    public void Malformed_arguments_are_refused_before_any_request(string script)
    {
        Assert.IsAssignableFrom<ParameterBindingException>(Assert.Single(_shell.Run(script).Errors).Exception);

        Assert.Empty(_cloud.Calls);
    }

    [Fact]
    public void An_unknown_region_has_one_warning_and_is_requested()
    {
        var result = _shell.Run("Get-TccImage -Region ap-atlantis");

        Assert.Contains("ap-atlantis", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Single(_cloud.Calls);
    }

    [Fact]
    public void Percent_is_set_only_during_a_copy()
    {
        _cloud.Options.IdleSyncPercent = 20;

        Assert.All(_shell.Run("Get-TccImage").All<TccImage>(), image => Assert.Null(image.SyncPercent));
    }

    [Fact]
    public void Context_selects_another_connection()
    {
        _shell.Set("other", Clouds.Connect(_cloud, SimulatedWorld.Partner));

        Assert.Single(_shell.Run("Get-TccImage -ImageType Shared -Context $other").All<TccImage>());
    }

    [Fact]
    public void A_failure_can_be_caught_by_its_type()
    {
        _cloud.Faults = FaultsIn("ap-guangzhou");

        var result = _shell.Run(
            "try { Get-TccImage -ErrorAction Stop } catch [TencentImageReplication.TccException] { $_.Exception.Code }");

        Assert.Equal("UnauthorizedOperation", Assert.Single(result.Output).ToString());
    }

    [Fact]
    public void The_log_of_the_client_goes_to_the_debug_stream() =>
        Assert.Contains("DescribeImages", Assert.Single(_shell.Run("$DebugPreference = 'Continue'; Get-TccImage").Debug), StringComparison.Ordinal);

    public void Dispose() => _shell.Dispose();

    private static FaultPlan FaultsIn(string region) => new FaultPlan().Add(
        new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Region = region, Times = int.MaxValue });

    private void AddImage(string region, string name) => _cloud.AddImage(new SimulatedImage
    {
        ImageName = name,
        Region = region,
        AccountId = SimulatedWorld.Owner.AccountId,
    });
}
