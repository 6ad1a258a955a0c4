using System.Text;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Protocol;

public class ProtocolTests
{
    private readonly Simulation _simulation = new();

    private SimulatedRequest Request(string action = "DescribeImages", object? parameters = null, string region = Simulation.Guangzhou, string host = "cvm.tencentcloudapi.com") =>
        _simulation.Request(action, parameters, region, host: host);

    [Theory]
    [InlineData("X-TC-Action", null, "MissingParameter")]
    [InlineData("X-TC-Version", null, "MissingParameter")]
    [InlineData("X-TC-Timestamp", null, "MissingParameter")]
    [InlineData("X-TC-Region", null, "MissingParameter")]
    [InlineData("X-TC-Region", "", "MissingParameter")]
    [InlineData("X-TC-Timestamp", "yesterday", "InvalidParameter")]
    [InlineData("X-TC-Action", "DescribeUnicorns", "InvalidAction")]
    [InlineData("X-TC-Version", "2018-08-13", "NoSuchVersion")]
    [InlineData("X-TC-Region", "ap-atlantis", "UnsupportedRegion")]
    [InlineData("Content-Type", "text/plain", "InvalidRequest")]
    [InlineData("Content-Type", "application/json", null)]
    [InlineData("X-TC-Language", "en-US", null)]
    public async Task The_headers_are_checked(string name, string? value, string? code) =>
        Assert.Equal(code, await _simulation.CodeAsync(Request().With(name, value)));

    [Fact]
    public async Task A_region_is_not_needed_to_list_regions() =>
        Assert.Null(await _simulation.CodeAsync(Request("DescribeRegions", region: "")));

    [Fact]
    public async Task Only_get_and_post_are_supported() => Assert.Equal("UnsupportedProtocol", await _simulation.CodeAsync(Request().WithMethod("PUT")));

    [Fact]
    public async Task Only_the_root_path_exists() => Assert.Equal("InvalidRequest", await _simulation.CodeAsync(Request().WithTarget("/api")));

    [Theory]
    [InlineData("", "InvalidParameter")]
    [InlineData("{", "InvalidParameter")]
    [InlineData("[]", "InvalidParameter")]
    [InlineData("{}", null)]
    [InlineData("""{"Limits":1}""", "UnknownParameter")]
    [InlineData("""{"limit":1}""", "UnknownParameter")]
    [InlineData("""{"Limit":"x"}""", "InvalidParameter")]
    [InlineData("""{"Limit":1.5}""", "InvalidParameter")]
    [InlineData("""{"Offset":-1}""", "InvalidParameter")]
    [InlineData("""{"Limit":null}""", null)]
    [InlineData("""{"ImageIds":"img-gweb2024"}""", "InvalidParameter")]
    [InlineData("""{"ImageIds":[null]}""", "InvalidParameter")]
    [InlineData("""{"Filters":[{"Name":"image-id"}]}""", "MissingParameter")]
    [InlineData("""{"Filters":[{"Name":"image-id","Values":["img-gweb2024"],"Colour":1}]}""", "UnknownParameter")]
    [InlineData("""{"Offset":18446744073709551615}""", null)]
    [InlineData("""{"InstanceType":"\ud83d"}""", "InvalidParameter")]
    [InlineData("""{"\ud83d":1}""", "InvalidParameter")]
    public async Task The_body_is_validated_against_the_schema(string body, string? code) =>
        Assert.Equal(code, await _simulation.CodeAsync(Request().WithBody(Encoding.UTF8.GetBytes(body))));

    [Fact]
    public async Task A_body_of_more_than_ten_megabytes_is_refused() =>
        Assert.Equal("RequestSizeLimitExceeded", await _simulation.CodeAsync(Request().WithBody(new byte[10 * 1024 * 1024 + 1])));

    [Theory]
    [InlineData("?Filters.0.Name=image-name&Filters.0.Values.0=golden-&Filters.0.Values.1=win&Limit=2", null)]
    [InlineData("?Limit=two", "InvalidParameter")]
    [InlineData("?Limits=2", "UnknownParameter")]
    [InlineData("?Filters.1.Name=image-name", "InvalidParameter")]
    public async Task A_get_carries_flattened_parameters(string query, string? code)
    {
        var request = Request().WithBody([]).With("Content-Type", "application/x-www-form-urlencoded").WithMethod("GET").WithTarget("/" + query);

        var response = ResponseBody.Parse((await _simulation.SendAsync(request, _simulation.Signing())).Body);

        Assert.Equal(code, response.Code);
        if (code is null)
        {
            Assert.Equal(3, response.TotalCount - 1);
            Assert.Equal(2, response.List("ImageSet").Count);
        }
    }

    [Theory]
    [InlineData("cvm.tencentcloudapi.com", "ap-guangzhou", null)]
    [InlineData("cvm.intl.tencentcloudapi.com", "ap-guangzhou", null)]
    [InlineData("cvm.internal.tencentcloudapi.com", "ap-guangzhou", null)]
    [InlineData("cvm.ap-guangzhou.tencentcloudapi.com", "ap-guangzhou", null)]
    [InlineData("cvm.ap-guangzhou.tencentcloudapi.com", "", null)]
    [InlineData("cvm.ap-guangzhou.tencentcloudapi.com", "ap-shanghai", "UnsupportedRegion")]
    [InlineData("cvm.tencentcloudapi.com", "ap-shanghai-fsi", "UnsupportedRegion")]
    [InlineData("cvm.ap-shanghai-fsi.tencentcloudapi.com", "ap-shanghai-fsi", null)]
    [InlineData("cvm.ap-atlantis.tencentcloudapi.com", "ap-atlantis", "UnsupportedRegion")]
    [InlineData("cbs.tencentcloudapi.com", "ap-guangzhou", "NoSuchProduct")]
    [InlineData("127.0.0.1:8555", "ap-shanghai-fsi", null)]
    public async Task A_host_serves_its_regions(string host, string region, string? code) =>
        Assert.Equal(code, await _simulation.CodeAsync(Request(region: region, host: host)));

    [Theory]
    [InlineData(null, "The action does not exist: DescribeUnicorns.")]
    [InlineData("en-US", "The action does not exist: DescribeUnicorns.")]
    [InlineData("zh-CN", "接口不存在：DescribeUnicorns。")]
    public async Task The_message_follows_the_language_and_the_code_does_not(string? language, string message)
    {
        var response = await _simulation.CallAsync("DescribeUnicorns", language: language);

        Assert.Equal("InvalidAction", response.Code);
        Assert.Equal(message, response.Message);
    }

    [Fact]
    public async Task Actions_of_the_schema_without_an_implementation_do_not_exist() =>
        Assert.Equal("InvalidAction", await _simulation.FailAsync("InquiryPriceTerminateInstances", new { ImageIds = new[] { SimulatedWorld.WebImageId } }));

    [Fact]
    public async Task Every_request_has_an_id_of_its_own()
    {
        var first = await _simulation.CallAsync("DescribeRegions");
        var second = await _simulation.CallAsync("DescribeRegions");

        Assert.NotEqual(first.RequestId, second.RequestId);
    }
}
