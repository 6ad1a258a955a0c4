using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

/// <summary>Lists of images that the service refuses by state or by setting.</summary>
public class DescribeImagesRefusalTests
{
    private readonly Simulation _simulation = new();

    private async Task<string?> FilterAsync(string name, string value) =>
        (await _simulation.CallAsync("DescribeImages", new { Filters = new[] { new { Name = name, Values = new[] { value } } } })).Code;

    [Fact]
    public async Task A_tag_key_with_a_wrong_character_is_refused()
    {
        Assert.Equal("FailedOperation.IllegalTagKey", await FilterAsync("tag:a*b", "x"));
        Assert.Equal("FailedOperation.IllegalTagKey", await FilterAsync("tag:" + new string('k', 128), "x"));
        Assert.Null(await FilterAsync("tag:" + new string('k', 127), "x"));
    }

    [Fact]
    public async Task An_unknown_tag_key_can_be_an_error()
    {
        Assert.Null(await FilterAsync("tag-key", "owner"));
        _simulation.Options.UnknownTagKeyIsError = true;
        Assert.Equal("InvalidParameterValue.TagKeyNotFound", await FilterAsync("tag-key", "owner"));
        Assert.Equal("InvalidParameterValue.TagKeyNotFound", await FilterAsync("tag:owner", "x"));
        Assert.Null(await FilterAsync("tag:env", "prod"));
    }

    [Fact]
    public async Task A_sold_out_type_can_be_an_error()
    {
        await _simulation.SucceedAsync("DescribeImages", new { InstanceType = "S4.SMALL2" });
        _simulation.Options.SoldOutTypeIsError = true;
        Assert.Equal("ResourcesSoldOut.SpecifiedInstanceType", await _simulation.FailAsync("DescribeImages", new { InstanceType = "S4.SMALL2" }));
        await _simulation.SucceedAsync("DescribeImages", new { InstanceType = "S5.MEDIUM4" });
    }

    [Fact]
    public async Task The_state_of_a_cache_needs_a_cluster() => Assert.Equal("UnsupportedOperation", await FilterAsync("cdc-cache-status", "READY"));
}
