using System.Text.Json;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Tests.Api.Cvm;

public sealed class LaunchTemplateTests
{
    private const string Region = "ap-guangzhou";

    private static readonly LaunchTemplateInfo Template = new()
    {
        LaunchTemplateId = "lt-web00001",
        LatestVersionNumber = 45,
        DefaultVersionNumber = 31,
        LaunchTemplateVersionCount = 2,
    };

    [Fact]
    public async Task The_launch_templates_of_all_pages_come_once()
    {
        var handler = new StubHandler((sent, _) =>
        {
            var offset = (int)sent.Json["Offset"]!.GetValue<long>();
            var page = Enumerable.Range(offset, Math.Min(100, 150 - offset)).Select(index => $$"""{"LaunchTemplateId":"lt-{{index}}"}""");
            return Task.FromResult(StubHandler.Ok($"\"TotalCount\":150,\"LaunchTemplateSet\":[{string.Join(',', page)}]"));
        });

        var read = new List<string>();
        await foreach (var template in Connections.Client(handler, new VirtualClock()).ListLaunchTemplatesAsync(Region, default))
            read.Add(template.LaunchTemplateId);

        Assert.Equal(Enumerable.Range(0, 150).Select(index => $"lt-{index}"), read);
        Assert.All(handler.Sent, sent => Assert.Equal((100, Region), (sent.Json["Limit"]!.GetValue<long>(), sent.Headers["X-TC-Region"])));
    }

    [Fact]
    public async Task Versions_above_30_are_requested_and_those_that_are_created_meanwhile()
    {
        var handler = StubHandler.Always(() => StubHandler.Ok(Versions(31, 45)));

        var versions = await ReadAsync(handler, Template);

        Assert.Equal([31L, 45L], versions.Select(version => version.LaunchTemplateVersion));
        var sent = Assert.Single(handler.Sent).Json;
        Assert.Equal(("lt-web00001", 0, 100), (sent.Text("LaunchTemplateId"), sent["Offset"]!.GetValue<long>(), sent["Limit"]!.GetValue<long>()));
        Assert.True(sent["MaxVersion"]!.GetValue<long>() > 45);
        // The service refuses it together with a range.
        Assert.Null(sent["LaunchTemplateVersions"]);
        Assert.Null(sent["MinVersion"]);
    }

    [Fact]
    public async Task A_number_of_versions_that_cannot_be_right_limits_nothing()
    {
        var handler = StubHandler.Always(() => StubHandler.Ok(Versions(31, 45)));

        await ReadAsync(handler, Template with { LatestVersionNumber = long.MaxValue });

        Assert.Null(Assert.Single(handler.Sent).Json["MaxVersion"]);
    }

    [Fact]
    public async Task A_full_page_has_a_next_one()
    {
        var handler = new StubHandler((sent, _) =>
        {
            var offset = (int)sent.Json["Offset"]!.GetValue<long>();
            return Task.FromResult(StubHandler.Ok(Versions([.. Enumerable.Range(offset + 1, Math.Min(100, 130 - offset))])));
        });

        var versions = await ReadAsync(handler, Template with { LaunchTemplateVersionCount = 130 });

        Assert.Equal(Enumerable.Range(1, 130).Select(number => (long?)number), versions.Select(version => version.LaunchTemplateVersion));
    }

    // The count of the response is documented as the number of templates.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(50)]
    public async Task The_count_of_the_response_is_not_relied_on(int total)
    {
        var handler = StubHandler.Always(() => StubHandler.Ok(Versions(31, 45) + $",\"TotalCount\":{total}"));

        Assert.Equal(2, (await ReadAsync(handler, Template)).Count);
        Assert.Single(handler.Sent);
    }

    [Theory]
    [InlineData(2, new[] { 45 })]
    [InlineData(1, new int[0])]
    [InlineData(null, new int[0])]
    public async Task A_list_without_all_versions_is_read_again_and_then_an_error(int? count, int[] numbers)
    {
        var handler = StubHandler.Always(() => StubHandler.Ok(Versions(numbers)));

        var failure = await Assert.ThrowsAsync<TencentCloudException>(() => ReadAsync(handler, Template with { LaunchTemplateVersionCount = count }));

        Assert.Equal((ClientErrorCodes.IncompleteList, Region), (failure.Code, failure.Region));
        Assert.Equal(3, handler.Sent.Count);
    }

    [Fact]
    public async Task A_list_that_is_whole_when_it_is_read_again_is_no_error()
    {
        var handler = new StubHandler(() => StubHandler.Ok(Versions(45)), () => StubHandler.Ok(Versions(31, 45)));

        Assert.Equal(2, (await ReadAsync(handler, Template)).Count);
    }

    [Theory]
    [InlineData("InvalidParameterValue.LaunchTemplateIdNotExisted")]
    [InlineData("InvalidParameterValue.LaunchTemplateNotFound")]
    public async Task A_template_that_was_deleted_has_no_versions(string code)
    {
        var client = Connections.Client(StubHandler.Always(() => StubHandler.Error(code)), new VirtualClock());

        Assert.Empty(await client.ListLaunchTemplateVersionsAsync(Region, Template, default));
        Assert.Null(await client.FindDefaultVersionAsync(Region, Template, default));
    }

    [Fact]
    public async Task Another_error_is_thrown()
    {
        var client = Connections.Client(StubHandler.Always(() => StubHandler.Error("UnauthorizedOperation")), new VirtualClock());

        await Assert.ThrowsAsync<TencentCloudException>(() => client.ListLaunchTemplateVersionsAsync(Region, Template, default));
        await Assert.ThrowsAsync<TencentCloudException>(() => client.FindDefaultVersionAsync(Region, Template, default));
    }

    [Fact]
    public async Task The_default_version_is_found_among_those_of_the_response()
    {
        var handler = StubHandler.Always(() => StubHandler.Ok(
            """
            "TotalCount":2,"LaunchTemplateVersionSet":[{"LaunchTemplateVersion":1,"IsDefaultVersion":false},
            {"LaunchTemplateVersion":31,"IsDefaultVersion":true,"LaunchTemplateVersionData":{"ImageId":"img-1"}}]
            """));

        var version = await Connections.Client(handler, new VirtualClock()).FindDefaultVersionAsync(Region, Template, default);

        Assert.Equal((31L, "img-1"), (version!.LaunchTemplateVersion, version.LaunchTemplateVersionData!.ImageId));
        var sent = Assert.Single(handler.Sent).Json;
        Assert.Equal(("lt-web00001", true), (sent.Text("LaunchTemplateId"), sent["DefaultVersion"]!.GetValue<bool>()));
        // Whether the range holds for the default version too is not documented.
        Assert.True(sent["MaxVersion"]!.GetValue<long>() > 45);
    }

    // These are required in requests.
    [Fact]
    public void A_version_is_read_whatever_its_optional_parts_lack()
    {
        using var document = JsonDocument.Parse(
            """
            {"LaunchTemplateVersionSet":[{"LaunchTemplateVersion":"7","LaunchTemplateVersionData":{"ImageId":"img-1",
            "InstanceMarketOptions":{"SpotOptions":{}},"InstanceChargePrepaid":{"Period":null},"TagSpecification":[{}],"DataDisks":null}}]}
            """);

        var version = Assert.Single(ModelReader.Read<DescribeLaunchTemplateVersionsResponse>(document.RootElement).LaunchTemplateVersionSet);

        Assert.Equal((7L, "img-1"), (version.LaunchTemplateVersion, version.LaunchTemplateVersionData!.ImageId));
        Assert.Null(version.LaunchTemplateVersionData.InstanceMarketOptions!.SpotOptions!.MaxPrice);
        Assert.Empty(Assert.Single(version.LaunchTemplateVersionData.TagSpecification).Tags);
        Assert.Empty(version.LaunchTemplateVersionData.DataDisks);
    }

    [Fact]
    public void The_data_for_the_first_start_is_in_no_log() =>
        Assert.DoesNotContain("secret", $"{new LaunchTemplateVersionInfo { LaunchTemplateVersionData = new() { UserData = "secret" } }}", StringComparison.Ordinal);

    private static Task<IReadOnlyList<LaunchTemplateVersionInfo>> ReadAsync(StubHandler handler, LaunchTemplateInfo template) =>
        Connections.Client(handler, new VirtualClock()).ListLaunchTemplateVersionsAsync(Region, template, default);

    private static string Versions(params int[] numbers) =>
        $"\"LaunchTemplateVersionSet\":[{string.Join(',', numbers.Select(number => $$"""{"LaunchTemplateVersion":{{number}}}"""))}]";
}
