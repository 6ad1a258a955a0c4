using System.Text.Json;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class DescribeImagesTests
{
    private readonly Simulation _simulation = new();

    private static object Filters(params (string Name, string[] Values)[] filters) =>
        new { Filters = filters.Select(filter => new { filter.Name, filter.Values }), Limit = 100 };

    private async Task<IReadOnlyList<string>> NamesAsync(object parameters, SimulatedAccount? account = null)
    {
        var response = await _simulation.SucceedAsync("DescribeImages", parameters, account: account);
        return response.Texts("ImageSet", "ImageName");
    }

    [Fact]
    public async Task Own_shared_and_public_images_have_different_types()
    {
        Assert.Equal(["app-next", "win-base-2022", "golden-db-2024", "golden-web-2024"], await NamesAsync(Filters(("image-type", ["PRIVATE_IMAGE"]))));
        Assert.Equal(["golden-web-2024"], await NamesAsync(Filters(("image-type", ["SHARED_IMAGE"])), SimulatedWorld.Partner));
        Assert.Empty(await NamesAsync(Filters(("image-type", ["PRIVATE_IMAGE"])), SimulatedWorld.Partner));
        Assert.Equal(_simulation.Cloud.PublicImages.Count, (await NamesAsync(Filters(("image-type", ["PUBLIC_IMAGE"])))).Count);
    }

    [Fact]
    public async Task Filters_are_combined_with_and_their_values_with_or()
    {
        Assert.Equal(["golden-db-2024", "golden-web-2024"], await NamesAsync(Filters(("image-name", ["golden-web", "golden-db"]))));
        Assert.Equal(["golden-db-2024"], await NamesAsync(Filters(("image-name", ["golden"]), ("platform", ["buntu"]))));
        Assert.Equal(["win-base-2022"], await NamesAsync(Filters(("image-id", [SimulatedWorld.WindowsImageId]))));
    }

    [Fact]
    public async Task Tags_are_filtered_by_key_value_and_pair()
    {
        Assert.Equal(["golden-db-2024", "golden-web-2024"], await NamesAsync(Filters(("tag-key", ["team"]))));
        Assert.Equal(["golden-web-2024"], await NamesAsync(Filters(("tag-value", ["web"]))));
        Assert.Equal(["golden-db-2024"], await NamesAsync(Filters(("tag:team", ["data"]), ("tag:env", ["prod"]))));
        Assert.Empty(await NamesAsync(Filters(("tag:env", ["web"]))));
    }

    [Fact]
    public async Task Only_the_owner_sees_tags()
    {
        Assert.Empty(await NamesAsync(Filters(("tag-key", ["team"])), SimulatedWorld.Partner));
        var image = await _simulation.ImageAsync(SimulatedWorld.WebImageId, account: SimulatedWorld.Partner);
        Assert.Equal(0, image!.Value.GetProperty("Tags").GetArrayLength());
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    public async Task The_case_of_fuzzy_filters_is_a_setting(bool ignore, int count)
    {
        _simulation.Options.FuzzyFiltersIgnoreCase = ignore;

        Assert.Equal(count, (await NamesAsync(Filters(("image-name", ["GOLDEN"])))).Count);
    }

    [Fact]
    public async Task No_image_is_in_a_dedicated_cluster() => Assert.Empty(await NamesAsync(Filters(("dedicated-cluster-id", ["any"]), ("cdc-cache-status", ["any"]))));

    [Fact]
    public async Task A_page_has_twenty_images_by_default_and_the_total_count()
    {
        for (var i = 0; i < 30; i++)
            _simulation.Cloud.AddImage(new SimulatedImage { ImageName = $"bulk-{i:00}", Region = Simulation.Guangzhou, AccountId = SimulatedWorld.Owner.AccountId });
        var all = new { Filters = new[] { new { Name = "image-name", Values = new[] { "bulk-" } } } };

        var first = await _simulation.SucceedAsync("DescribeImages", all);
        var second = await _simulation.SucceedAsync("DescribeImages", new { all.Filters, Offset = 20 });
        var beyond = await _simulation.SucceedAsync("DescribeImages", new { all.Filters, Offset = 30, Limit = 100 });

        Assert.Equal(30, first.TotalCount);
        Assert.Equal(20, first.List("ImageSet").Count);
        Assert.Equal(10, second.List("ImageSet").Count);
        Assert.Equal(30, first.Texts("ImageSet", "ImageId").Concat(second.Texts("ImageSet", "ImageId")).Distinct().Count());
        Assert.Empty(beyond.List("ImageSet"));
        Assert.Equal(30, beyond.TotalCount);
    }

    [Fact]
    public async Task Ids_of_other_accounts_of_other_regions_and_unknown_ids_are_missing_from_the_response()
    {
        Assert.Null(await _simulation.ImageAsync("img-00000000"));
        Assert.Null(await _simulation.ImageAsync(SimulatedWorld.WebImageId, "ap-shanghai"));
        Assert.Null(await _simulation.ImageAsync(SimulatedWorld.WindowsImageId, account: SimulatedWorld.Partner));
        Assert.NotNull(await _simulation.ImageAsync(_simulation.Cloud.PublicImages[0].ImageId, "ap-tokyo"));
    }

    [Fact]
    public async Task An_unknown_id_can_be_made_an_error()
    {
        _simulation.Options.UnknownImageIdIsError = true;

        Assert.Equal("InvalidImageId.NotFound", await _simulation.FailAsync("DescribeImages", new { ImageIds = new[] { "img-00000000" } }));
    }

    [Theory]
    [InlineData("""{"ImageIds":["img-gweb2024"],"Filters":[{"Name":"image-type","Values":["PRIVATE_IMAGE"]}]}""", "InvalidParameter.InvalidParameterCoexistImageIdsFilters")]
    [InlineData("""{"ImageIds":["image-1"]}""", "InvalidImageId.Malformed")]
    [InlineData("""{"Filters":[{"Name":"image-id","Values":["img-GWEB2024"]}]}""", "InvalidImageId.Malformed")]
    [InlineData("""{"Filters":[{"Name":"image-state","Values":["NORMAL"]}]}""", "InvalidFilter")]
    [InlineData("""{"Filters":[{"Name":"tag:","Values":["NORMAL"]}]}""", "InvalidFilter")]
    [InlineData("""{"Filters":[{"Name":"image-type","Values":["MY_IMAGE"]}]}""", "InvalidFilter")]
    [InlineData("""{"Filters":[{"Name":"image-name","Values":["1","2","3","4","5","6"]}]}""", "InvalidFilterValue.LimitExceeded")]
    [InlineData("""{"Limit":101}""", "InvalidParameterValue.InvalidParameterValueLimit")]
    [InlineData("""{"Limit":0}""", "InvalidParameterValue.InvalidParameterValueLimit")]
    [InlineData("""{"InstanceType":"S5"}""", "InvalidInstanceType.Malformed")]
    [InlineData("""{"InstanceType":"S5.HUGE"}""", "InvalidParameterValue.InstanceTypeNotFound")]
    public async Task A_wrong_request_is_refused(string body, string code) =>
        Assert.Equal(code, await _simulation.FailAsync("DescribeImages", System.Text.Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task There_are_at_most_ten_filters_and_a_hundred_ids()
    {
        Assert.Equal("InvalidParameterValue.LimitExceeded", await _simulation.FailAsync("DescribeImages", Filters([.. Enumerable.Repeat(("image-name", new[] { "a" }), 11)])));
        Assert.Equal("InvalidParameterValue.LimitExceeded", await _simulation.FailAsync("DescribeImages", new { ImageIds = Enumerable.Repeat("img-gweb2024", 101) }));
    }

    [Fact]
    public async Task Images_can_be_limited_to_those_that_run_on_a_type()
    {
        var response = await _simulation.SucceedAsync("DescribeImages", new { InstanceType = "SR1.MEDIUM4" });

        Assert.All(response.List("ImageSet"), image => Assert.Equal("arm", image.GetProperty("Architecture").GetString()));
        Assert.NotEmpty(response.List("ImageSet"));
    }

    [Theory]
    [InlineData(false, "Z")]
    [InlineData(true, "+00:00")]
    public async Task Times_come_in_both_notations(bool withOffset, string end)
    {
        _simulation.Options.TimesWithOffset = withOffset;

        var image = await _simulation.ImageAsync(SimulatedWorld.WebImageId);

        Assert.Equal("2026-06-22T12:00:00" + end, image!.Value.GetProperty("CreatedTime").GetString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(20)]
    public async Task The_percentage_of_an_image_that_is_not_copied_is_a_setting(int? percent)
    {
        _simulation.Options.IdleSyncPercent = percent;

        var image = await _simulation.ImageAsync(SimulatedWorld.WebImageId);

        Assert.Equal("NORMAL", image!.Value.GetProperty("ImageState").GetString());
        Assert.Equal(percent is null ? JsonValueKind.Null : JsonValueKind.Number, image.Value.GetProperty("SyncPercent").ValueKind);
    }

    [Fact]
    public async Task Images_are_made_and_deleted_between_pages()
    {
        _simulation.Options.ImagesBetweenPages = new ListChanges { Created = 1, Deleted = 2, Times = 1 };

        var first = await NamesAsync(new { Limit = 3 });
        var second = await NamesAsync(new { Limit = 3 });
        var third = await NamesAsync(new { Limit = 3 });

        Assert.Equal(["app-next", "win-base-2022", "golden-db-2024"], first);
        // The newest of the page that are NORMAL are gone, and only once.
        Assert.Equal(["made-1-1", "app-next", "golden-web-2024"], second);
        Assert.Equal(second, third);
    }

    [Fact]
    public async Task Nothing_changes_after_the_last_page()
    {
        _simulation.Options.ImagesBetweenPages = new ListChanges { Deleted = 1 };

        await NamesAsync(Filters(("image-type", ["PRIVATE_IMAGE"])));

        Assert.Equal(4, (await NamesAsync(Filters(("image-type", ["PRIVATE_IMAGE"])))).Count);
    }
}
