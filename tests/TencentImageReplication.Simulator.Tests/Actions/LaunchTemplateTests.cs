using System.Text;
using System.Text.Json;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

public class LaunchTemplateTests
{
    private static readonly object Zone = new { Zone = "ap-guangzhou-3" };
    private readonly Simulation _simulation = new();

    private async Task<string> CreateAsync(object? more = null)
    {
        var parameters = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        parameters["LaunchTemplateName"] ??= "web";
        parameters["Placement"] ??= JsonSerializer.SerializeToNode(Zone);
        parameters["ImageId"] ??= SimulatedWorld.WebImageId;
        var response = await _simulation.SucceedAsync("CreateLaunchTemplate", Encoding.UTF8.GetBytes(parameters.ToJsonString()));
        return response.Fields.GetProperty("LaunchTemplateId").GetString()!;
    }

    private async Task<long> AddVersionAsync(string id, object? more = null)
    {
        var parameters = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        parameters["LaunchTemplateId"] = id;
        parameters["Placement"] ??= JsonSerializer.SerializeToNode(Zone);
        var response = await _simulation.SucceedAsync("CreateLaunchTemplateVersion", Encoding.UTF8.GetBytes(parameters.ToJsonString()));
        return response.Fields.GetProperty("LaunchTemplateVersionNumber").GetInt64();
    }

    private async Task<IReadOnlyList<JsonElement>> VersionsAsync(string id, params long[] numbers) =>
        (await _simulation.SucceedAsync("DescribeLaunchTemplateVersions", new { LaunchTemplateId = id, LaunchTemplateVersions = numbers })).List("LaunchTemplateVersionSet");

    private async Task<JsonElement> TemplateAsync(string id) =>
        (await _simulation.SucceedAsync("DescribeLaunchTemplates", new { LaunchTemplateIds = new[] { id } })).List("LaunchTemplateSet").Single();

    [Fact]
    public async Task A_new_template_has_the_version_1_as_its_default()
    {
        var id = await CreateAsync(new { LaunchTemplateVersionDescription = "first", InstanceType = "S5.SMALL2" });

        var template = await TemplateAsync(id);
        Assert.Equal(
            ("web", 1, 1, 1, "100000000001", "2026-08-01T12:00:00Z"),
            (template.GetProperty("LaunchTemplateName").GetString(), template.GetProperty("DefaultVersionNumber").GetInt32(),
                template.GetProperty("LatestVersionNumber").GetInt32(), template.GetProperty("LaunchTemplateVersionCount").GetInt32(),
                template.GetProperty("CreatedBy").GetString(), template.GetProperty("CreationTime").GetString()));
        var version = Assert.Single(await VersionsAsync(id, 1));
        Assert.True(version.GetProperty("IsDefaultVersion").GetBoolean());
        Assert.Equal("first", version.GetProperty("LaunchTemplateVersionDescription").GetString());
        Assert.Equal("S5.SMALL2", version.GetProperty("LaunchTemplateVersionData").GetProperty("InstanceType").GetString());
    }

    [Fact]
    public async Task A_new_version_has_the_parameters_of_another_and_is_not_the_default()
    {
        var id = await CreateAsync(new { InstanceType = "S5.SMALL2", InstanceName = "web", SecurityGroupIds = Array.Empty<string>() });
        Assert.Equal(2, await AddVersionAsync(id, new { ImageId = SimulatedWorld.DatabaseImageId, InstanceType = "S5.LARGE8" }));
        Assert.Equal(3, await AddVersionAsync(id, new { LaunchTemplateVersion = 2, HostName = "db" }));
        Assert.Equal(4, await AddVersionAsync(id, new { InstanceName = "other" }));

        var data = (await VersionsAsync(id, 3, 4)).Select(version => version.GetProperty("LaunchTemplateVersionData")).ToList();

        Assert.Equal(
            (SimulatedWorld.DatabaseImageId, "S5.LARGE8", "web", "db"),
            (data[0].GetProperty("ImageId").GetString(), data[0].GetProperty("InstanceType").GetString(), data[0].GetProperty("InstanceName").GetString(), data[0].GetProperty("HostName").GetString()));
        Assert.Equal((SimulatedWorld.WebImageId, "other"), (data[1].GetProperty("ImageId").GetString(), data[1].GetProperty("InstanceName").GetString()));
        Assert.Equal(1, (await TemplateAsync(id)).GetProperty("DefaultVersionNumber").GetInt32());
        Assert.Equal("MissingParameter", await _simulation.FailAsync("CreateLaunchTemplateVersion", new { LaunchTemplateId = id, ImageId = SimulatedWorld.DatabaseImageId }));
    }

    [Fact]
    public async Task Some_parameters_are_kept_and_not_returned()
    {
        var id = await CreateAsync(new
        {
            Metadata = new { Items = new[] { new { Key = "k", Value = "v" } } },
            TemplateDataModifyAction = "Update",
            LoginSettings = new { KeepImageLogin = "true" },
            ClientToken = "once",
        });
        await AddVersionAsync(id, new { HostName = "web" });

        foreach (var version in await VersionsAsync(id, 1, 2))
        {
            var names = version.GetProperty("LaunchTemplateVersionData").EnumerateObject().Select(field => field.Name).ToList();
            Assert.Empty(names.Intersect(["Metadata", "TemplateDataModifyAction", "LoginSettings", "ClientToken", "LaunchTemplateName"]));
        }
        Assert.All(_simulation.Cloud.LaunchTemplates().Single().Versions, version => Assert.Contains("\"KeepImageLogin\":\"true\"", version.Parameters, StringComparison.Ordinal));
        Assert.All(_simulation.Cloud.LaunchTemplates().Single().Versions, version => Assert.Contains("\"Metadata\"", version.Parameters, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_instance_starts_from_the_default_version_or_from_a_number()
    {
        var id = await CreateAsync(new { InstanceName = "web", InstanceType = "S5.SMALL2", Metadata = new { Items = new[] { new { Key = "k", Value = "v" } } } });
        await AddVersionAsync(id, new { ImageId = SimulatedWorld.DatabaseImageId });
        await _simulation.SucceedAsync("RunInstances", new { LaunchTemplate = new { LaunchTemplateId = id } });
        await _simulation.SucceedAsync("RunInstances", new { LaunchTemplate = new { LaunchTemplateId = id, LaunchTemplateVersion = 2 }, InstanceName = "db" });
        await _simulation.SucceedAsync("ModifyLaunchTemplateDefaultVersion", new { LaunchTemplateId = id, DefaultVersion = 2 });
        await _simulation.SucceedAsync("RunInstances", new { LaunchTemplate = new { LaunchTemplateId = id } });

        Assert.Equal(
            [("web", SimulatedWorld.WebImageId, "S5.SMALL2"), ("db", SimulatedWorld.DatabaseImageId, "S5.SMALL2"), ("web", SimulatedWorld.DatabaseImageId, "S5.SMALL2")],
            _simulation.Cloud.Instances().Select(instance => (instance.InstanceName, instance.ImageId, instance.InstanceType)));
        Assert.Equal("InvalidParameterValue.LaunchTemplateVersion", await _simulation.FailAsync("RunInstances", new { LaunchTemplate = new { LaunchTemplateId = id, LaunchTemplateVersion = 9 } }));
        Assert.Equal("MissingParameter", await _simulation.FailAsync("RunInstances", new { LaunchTemplate = new { LaunchTemplateVersion = 1 } }));
    }

    [Fact]
    public async Task An_inquiry_about_the_price_uses_the_template_too()
    {
        var id = await CreateAsync(new { InstanceType = "S5.SMALL2", InstanceChargeType = "PREPAID", InstanceChargePrepaid = new { Period = 2 } });

        var response = await _simulation.SucceedAsync(
            "InquiryPriceRunInstances", new { LaunchTemplate = new { LaunchTemplateId = id }, ImageId = SimulatedWorld.WebImageId, Placement = Zone });

        Assert.True(response.Fields.GetProperty("Price").GetProperty("InstancePrice").TryGetProperty("OriginalPrice", out _));
    }

    [Fact]
    public async Task A_template_whose_image_is_gone_starts_no_instance()
    {
        var id = await CreateAsync();
        _simulation.Cloud.RemoveImage(SimulatedWorld.WebImageId);

        Assert.Equal("InvalidImageId.NotFound", await _simulation.FailAsync("RunInstances", new { LaunchTemplate = new { LaunchTemplateId = id } }));
    }

    [Fact]
    public async Task A_dry_run_creates_nothing()
    {
        await _simulation.SucceedAsync("CreateLaunchTemplate", new { LaunchTemplateName = "web", Placement = Zone, ImageId = SimulatedWorld.WebImageId, DryRun = true });
        Assert.Empty(_simulation.Cloud.LaunchTemplates());
        var id = await CreateAsync();
        await _simulation.SucceedAsync("CreateLaunchTemplateVersion", new { LaunchTemplateId = id, Placement = Zone, DryRun = true });

        Assert.Single(_simulation.Cloud.LaunchTemplates().Single().Versions);
    }

    [Fact]
    public async Task A_client_token_creates_a_template_and_a_version_once()
    {
        var id = await CreateAsync(new { ClientToken = "t" });
        Assert.Equal(id, await CreateAsync(new { ClientToken = "t" }));
        Assert.Equal(2, await AddVersionAsync(id, new { ClientToken = "t" }));
        Assert.Equal(2, await AddVersionAsync(id, new { ClientToken = "t" }));
        Assert.Equal(3, await AddVersionAsync(id, new { ClientToken = "u" }));

        _simulation.Options.ReusedClientToken = ReusedClientToken.Refused;
        Assert.Equal(
            "InvalidParameterValue",
            await _simulation.FailAsync("CreateLaunchTemplateVersion", new { LaunchTemplateId = id, Placement = Zone, ClientToken = "t", InstanceName = "other" }));
    }

    [Fact]
    public async Task The_default_version_is_not_deleted_and_numbers_only_rise()
    {
        var id = await CreateAsync();
        await AddVersionAsync(id);
        await AddVersionAsync(id);
        Assert.Equal("InvalidParameterValue.LaunchTemplateDefaultVersion", await _simulation.FailAsync("DeleteLaunchTemplateVersions", new { LaunchTemplateId = id, LaunchTemplateVersions = new[] { 2, 1 } }));
        Assert.Equal("InvalidParameterValue.LaunchTemplateIdVerNotExisted", await _simulation.FailAsync("DeleteLaunchTemplateVersions", new { LaunchTemplateId = id, LaunchTemplateVersions = new[] { 2, 9 } }));
        Assert.Equal("MissingParameter", await _simulation.FailAsync("DeleteLaunchTemplateVersions", new { LaunchTemplateId = id, LaunchTemplateVersions = Array.Empty<int>() }));

        await _simulation.SucceedAsync("DeleteLaunchTemplateVersions", new { LaunchTemplateId = id, LaunchTemplateVersions = new[] { 3 } });

        Assert.Equal(2, (await TemplateAsync(id)).GetProperty("LatestVersionNumber").GetInt32());
        Assert.Equal(4, await AddVersionAsync(id));
        Assert.Equal(3, (await TemplateAsync(id)).GetProperty("LaunchTemplateVersionCount").GetInt32());
    }

    [Fact]
    public async Task A_deleted_number_can_return_where_the_settings_say_so()
    {
        _simulation.Options.DeletedTemplateVersionsReturn = true;
        var id = await CreateAsync();
        await AddVersionAsync(id);
        await _simulation.SucceedAsync("DeleteLaunchTemplateVersions", new { LaunchTemplateId = id, LaunchTemplateVersions = new[] { 2 } });

        Assert.Equal(2, await AddVersionAsync(id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_template_has_at_most_30_versions(bool deletedCount)
    {
        _simulation.Options.EnforceRateLimits = false;
        _simulation.Options.DeletedTemplateVersionsCount = deletedCount;
        var id = await CreateAsync();
        for (var number = 2; number <= 30; number++)
            await AddVersionAsync(id);
        var one = new { LaunchTemplateId = id, Placement = Zone };
        Assert.Equal("LimitExceeded.LaunchTemplateVersionQuota", await _simulation.FailAsync("CreateLaunchTemplateVersion", one));
        await _simulation.SucceedAsync("DeleteLaunchTemplateVersions", new { LaunchTemplateId = id, LaunchTemplateVersions = new[] { 2 } });

        Assert.Equal(deletedCount ? "LimitExceeded.LaunchTemplateVersionQuota" : null, (await _simulation.CallAsync("CreateLaunchTemplateVersion", one)).Code);
    }

    [Fact]
    public async Task A_list_ends_at_version_30_by_default_and_has_pages_of_20()
    {
        _simulation.Options.EnforceRateLimits = false;
        _simulation.Options.LaunchTemplateVersionQuota = 40;
        var id = await CreateAsync();
        for (var number = 2; number <= 32; number++)
            await AddVersionAsync(id);

        var first = await _simulation.SucceedAsync("DescribeLaunchTemplateVersions", new { LaunchTemplateId = id });
        Assert.Equal((30, 20), (first.TotalCount, first.List("LaunchTemplateVersionSet").Count));
        var rest = await _simulation.SucceedAsync("DescribeLaunchTemplateVersions", new { LaunchTemplateId = id, MinVersion = 29, MaxVersion = 100, Offset = 1, Limit = 2 });
        Assert.Equal(4, rest.TotalCount);
        Assert.Equal([30, 31], rest.List("LaunchTemplateVersionSet").Select(version => version.GetProperty("LaunchTemplateVersion").GetInt32()));
        var onlyDefault = await _simulation.SucceedAsync("DescribeLaunchTemplateVersions", new { LaunchTemplateId = id, DefaultVersion = true });
        Assert.Equal(1, Assert.Single(onlyDefault.List("LaunchTemplateVersionSet")).GetProperty("LaunchTemplateVersion").GetInt32());
    }

    [Fact]
    public async Task The_number_of_templates_is_limited()
    {
        _simulation.Options.LaunchTemplateQuota = 1;
        await CreateAsync();

        Assert.Equal("LimitExceeded.LaunchTemplateQuota", await _simulation.FailAsync("CreateLaunchTemplate", new { LaunchTemplateName = "other", Placement = Zone, ImageId = SimulatedWorld.WebImageId }));
    }

    [Fact]
    public async Task Templates_are_found_by_name_and_tag_in_one_region_of_one_account()
    {
        var tags = new[] { new { ResourceType = "launch-template", Tags = new[] { new { Key = "team", Value = "web" } } } };
        var web = await CreateAsync(new { LaunchTemplateTagSpecification = tags });
        _simulation.Time.Advance(TimeSpan.FromSeconds(1));
        var other = await CreateAsync(new { LaunchTemplateName = "other" });

        async Task<IReadOnlyList<string>> FindAsync(string name, string value) => (await _simulation.SucceedAsync(
            "DescribeLaunchTemplates", new { Filters = new[] { new { Name = name, Values = new[] { value } } } })).Texts("LaunchTemplateSet", "LaunchTemplateId");

        Assert.Equal([other, web], (await _simulation.SucceedAsync("DescribeLaunchTemplates")).Texts("LaunchTemplateSet", "LaunchTemplateId"));
        Assert.Equal([web], (await _simulation.SucceedAsync("DescribeLaunchTemplates", new { Offset = 1, Limit = 1 })).Texts("LaunchTemplateSet", "LaunchTemplateId"));
        Assert.Equal([other], await FindAsync("LaunchTemplateName", "other"));
        Assert.Equal([web], await FindAsync("tag:team", "web"));
        Assert.Equal([web], await FindAsync("tag-key", "team"));
        Assert.Empty(await FindAsync("tag-value", "db"));
        Assert.Equal(0, (await _simulation.SucceedAsync("DescribeLaunchTemplates", region: "ap-shanghai")).TotalCount);
        Assert.Equal(0, (await _simulation.SucceedAsync("DescribeLaunchTemplates", account: SimulatedWorld.Partner)).TotalCount);
    }

    [Fact]
    public async Task The_response_for_an_unknown_template_is_a_setting()
    {
        var query = new { LaunchTemplateIds = new[] { "lt-00000000" } };
        Assert.Equal("InvalidParameterValue.LaunchTemplateIdNotExisted", await _simulation.FailAsync("DescribeLaunchTemplates", query));
        _simulation.Options.UnknownLaunchTemplateErrorCode = "InvalidParameterValue.LaunchTemplateNotFound";
        Assert.Equal("InvalidParameterValue.LaunchTemplateNotFound", await _simulation.FailAsync("DescribeLaunchTemplateVersions", new { LaunchTemplateId = "lt-00000000" }));
        _simulation.Options.UnknownLaunchTemplateIsError = false;
        Assert.Equal(0, (await _simulation.SucceedAsync("DescribeLaunchTemplates", query)).TotalCount);
    }

    [Fact]
    public async Task The_default_version_must_change()
    {
        var id = await CreateAsync();

        Assert.Equal("InvalidParameterValue.LaunchTemplateIdVerSetAlready", await _simulation.FailAsync("ModifyLaunchTemplateDefaultVersion", new { LaunchTemplateId = id, DefaultVersion = 1 }));
        Assert.Equal("InvalidParameterValue.LaunchTemplateVersion", await _simulation.FailAsync("ModifyLaunchTemplateDefaultVersion", new { LaunchTemplateId = id, DefaultVersion = 0 }));
        Assert.Equal("InvalidParameterValue.LaunchTemplateIdVerNotExisted", await _simulation.FailAsync("ModifyLaunchTemplateDefaultVersion", new { LaunchTemplateId = id, DefaultVersion = 2 }));
    }

    [Theory]
    [InlineData("""{ "LaunchTemplateName": "w", "Placement": { "Zone": "ap-guangzhou-3" }, "ImageId": "img-gweb2024" }""", "InvalidParameterValue.InvalidLaunchTemplateName")]
    [InlineData("""{ "LaunchTemplateName": "web", "Placement": { "Zone": "ap-guangzhou-3" }, "ImageId": "img-gweb2024", "LaunchTemplateVersionDescription": "x" }""", "InvalidParameterValue.InvalidLaunchTemplateVersionDescription")]
    [InlineData("""{ "LaunchTemplateName": "web", "Placement": { "Zone": "ap-guangzhou-3" }, "ImageId": "img-gweb2024", "LoginSettings": { "Password": "Example-1234" } }""", "InvalidParameter.PasswordNotSupported")]
    [InlineData("""{ "LaunchTemplateName": "web", "Placement": { "Zone": "ap-guangzhou-3" }, "ImageId": "img-gweb2024", "TemplateDataModifyAction": "Merge" }""", "InvalidParameterValue")]
    [InlineData("""{ "LaunchTemplateName": "web", "Placement": { "Zone": "ap-guangzhou-3" }, "ImageId": "img-00000000" }""", "InvalidImageId.NotFound")]
    [InlineData("""{ "LaunchTemplateName": "web", "Placement": { "Zone": "ap-beijing-3" }, "ImageId": "img-gweb2024" }""", "InvalidZone.MismatchRegion")]
    [InlineData("""{ "LaunchTemplateName": "web", "Placement": { "Zone": "ap-guangzhou-3" }, "ImageId": "img-gweb2024", "InstanceType": "S4.SMALL2" }""", "ResourcesSoldOut.SpecifiedInstanceType")]
    [InlineData("""{ "LaunchTemplateName": "web", "Placement": { "Zone": "ap-guangzhou-3" }, "ImageId": "img-gweb2024", "EnableJumboFrame": true }""", "UnsupportedOperation.InstanceTypeNotSupportJumboFrame")]
    [InlineData("""{ "LaunchTemplateName": "web", "Placement": { "Zone": "ap-guangzhou-3" } }""", "MissingParameter")]
    public async Task A_template_that_could_not_start_instances_is_refused(string body, string code) =>
        Assert.Equal(code, await _simulation.FailAsync("CreateLaunchTemplate", Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("DescribeLaunchTemplates", """{ "LaunchTemplateIds": [ "web" ] }""", "InvalidParameterValue.LaunchTemplateIdMalformed")]
    [InlineData("DescribeLaunchTemplates", """{ "LaunchTemplateIds": [ "lt-00000000" ], "Filters": [ { "Name": "tag-key", "Values": [ "a" ] } ] }""", "InvalidParameter")]
    [InlineData("DescribeLaunchTemplates", """{ "Filters": [ { "Name": "name", "Values": [ "a" ] } ] }""", "InvalidFilter")]
    [InlineData("DescribeLaunchTemplates", """{ "Filters": [ { "Name": "tag-key", "Values": [ "1", "2", "3", "4", "5", "6" ] } ] }""", "InvalidFilterValue.LimitExceeded")]
    [InlineData("DescribeLaunchTemplates", """{ "Limit": 101 }""", "InvalidParameter")]
    [InlineData("DescribeLaunchTemplateVersions", """{ }""", "MissingParameter")]
    [InlineData("DescribeLaunchTemplateVersions", """{ "LaunchTemplateId": "ltx" }""", "InvalidParameterValue.LaunchTemplateIdMalformed")]
    [InlineData("CreateLaunchTemplateVersion", """{ "LaunchTemplateId": "lt-00000000", "Placement": { "Zone": "ap-guangzhou-3" } }""", "InvalidParameterValue.LaunchTemplateIdNotExisted")]
    [InlineData("RunInstances", """{ "LaunchTemplate": { "LaunchTemplateId": "lt-0" } }""", "InvalidParameterValue.LaunchTemplateIdMalformed")]
    public async Task A_wrong_request_is_refused(string action, string body, string code) =>
        Assert.Equal(code, await _simulation.FailAsync(action, Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("\"MinVersion\": 1")]
    [InlineData("\"MaxVersion\": 30")]
    [InlineData("\"Limit\": 20")]
    [InlineData("\"Offset\": 0")]
    [InlineData("\"DefaultVersion\": false")]
    public async Task Named_versions_exclude_a_range(string other)
    {
        var id = await CreateAsync();

        Assert.Equal(
            "InvalidParameterCombination",
            await _simulation.FailAsync("DescribeLaunchTemplateVersions", Encoding.UTF8.GetBytes($$"""{ "LaunchTemplateId": "{{id}}", "LaunchTemplateVersions": [ 1 ], {{other}} }""")));
    }

    [Theory]
    [InlineData("\"LaunchTemplateVersions\": [ 2 ]", "InvalidParameterValue.LaunchTemplateIdVerNotExisted")]
    [InlineData("\"LaunchTemplateVersions\": [ 0 ]", "InvalidParameterValue.LaunchTemplateVersion")]
    [InlineData("\"MinVersion\": 5, \"MaxVersion\": 4", "InvalidParameterValue")]
    [InlineData("\"Limit\": 101", "InvalidParameterValue.LimitExceeded")]
    public async Task A_wrong_list_of_versions_is_refused(string query, string code)
    {
        var id = await CreateAsync();

        Assert.Equal(code, await _simulation.FailAsync("DescribeLaunchTemplateVersions", Encoding.UTF8.GetBytes($$"""{ "LaunchTemplateId": "{{id}}", {{query}} }""")));
    }
}
