using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class GetTccImageQuotaTests : IDisposable
{
    private readonly CloudShell _shell = new();

    [Fact]
    public void It_emits_the_quota_of_each_region()
    {
        _shell.Cloud.Options.ImageQuotas["ap-shanghai"] = 1;
        _shell.AddImage("a", "ap-shanghai");
        _shell.AddImage("b", "ap-shanghai");

        var rows = _shell.Run("Get-TccImageQuota ap-guangzhou, ap-shanghai, ap-guangzhou, ap-beijing").All<TccImageQuota>();

        Assert.Equal(
            [("ap-guangzhou", 500, 4, 496), ("ap-shanghai", 1, 2, 0), ("ap-beijing", 500, 0, 500)],
            rows.Select(row => (row.Region, row.Quota!.Value, row.Used!.Value, row.Available!.Value)));
    }

    [Theory]
    [InlineData("Get-TccImageQuota")]
    [InlineData("'ap-guangzhou' | Get-TccImageQuota")]
    [InlineData("Get-TccRegion ap-guangzhou | Get-TccImageQuota")]
    [InlineData("Get-TccImage | Get-TccImageQuota")]
    public void The_region_comes_from_the_connection_or_the_pipeline(string script) =>
        Assert.Equal("ap-guangzhou", Assert.Single(_shell.Run(script).All<TccImageQuota>()).Region);

    [Fact]
    public void A_region_that_fails_does_not_stop_the_others()
    {
        _shell.Cloud.Faults.Add(Clouds.Refusal("UnauthorizedOperation", "DescribeImageQuota", "ap-shanghai"));

        var result = _shell.Run("Get-TccImageQuota ap-shanghai, ap-beijing");

        Assert.Equal("ap-beijing", Assert.Single(result.Of<TccImageQuota>()).Region);
        Assert.Equal("ap-shanghai", Assert.Single(result.Errors).TargetObject);
    }

    public void Dispose() => _shell.Dispose();
}
