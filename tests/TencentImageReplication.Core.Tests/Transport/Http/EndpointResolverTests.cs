using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Http;

namespace TencentImageReplication.Core.Tests.Transport.Http;

public sealed class EndpointResolverTests
{
    [Theory]
    [InlineData(TencentCloudSite.China, "ap-guangzhou", "cvm.tencentcloudapi.com")]
    [InlineData(TencentCloudSite.China, null, "cvm.tencentcloudapi.com")]
    [InlineData(TencentCloudSite.International, "na-ashburn", "cvm.intl.tencentcloudapi.com")]
    [InlineData(TencentCloudSite.International, null, "cvm.intl.tencentcloudapi.com")]
    [InlineData(TencentCloudSite.China, "ap-shanghai-fsi", "cvm.ap-shanghai-fsi.tencentcloudapi.com")]
    [InlineData(TencentCloudSite.China, "AP-Beijing-FSI", "cvm.ap-beijing-fsi.tencentcloudapi.com")]
    [InlineData(TencentCloudSite.International, "ap-shenzhen-fsi", "cvm.ap-shenzhen-fsi.tencentcloudapi.com")]
    [InlineData(TencentCloudSite.China, "ap-new-fsi", "cvm.ap-new-fsi.tencentcloudapi.com")]
    public void The_site_and_a_finance_region_decide_the_host(TencentCloudSite site, string? region, string host)
    {
        var endpoint = new EndpointResolver(site).Resolve("cvm", region);

        Assert.Equal(host, endpoint.Host);
        Assert.Equal(new Uri($"https://{host}/"), endpoint.Uri);
    }

    [Fact]
    public void Another_service_has_a_host_of_its_own() =>
        Assert.Equal("sts.tencentcloudapi.com", new EndpointResolver(TencentCloudSite.China).Resolve("sts", null).Host);

    [Theory]
    [InlineData("https://cvm.internal.tencentcloudapi.com", "cvm.internal.tencentcloudapi.com")]
    [InlineData("https://gateway.example:8443/", "gateway.example:8443")]
    [InlineData("https://gateway.example:443", "gateway.example")]
    [InlineData("http://127.0.0.1:18081", "127.0.0.1:18081")]
    [InlineData("http://127.8.9.1:80", "127.8.9.1")]
    [InlineData("http://localhost:5000", "localhost:5000")]
    [InlineData("http://LOCALHOST:5000", "localhost:5000")]
    [InlineData("http://[::1]:5000", "[::1]:5000")]
    public void An_override_serves_every_region(string address, string host)
    {
        var resolver = new EndpointResolver(TencentCloudSite.International, new Uri(address));

        Assert.Equal(host, resolver.Resolve("cvm", "ap-guangzhou").Host);
        Assert.Equal(host, resolver.Resolve("cvm", "ap-shanghai-fsi").Host);
        Assert.Equal(host, resolver.Resolve("cvm", null).Host);
    }

    [Theory]
    [InlineData("https://internal.tencentcloudapi.com", "sts.internal.tencentcloudapi.com")]
    [InlineData("https://cvm.internal.tencentcloudapi.com", "sts.internal.tencentcloudapi.com")]
    [InlineData("https://CVM.intl.tencentcloudapi.com/", "sts.intl.tencentcloudapi.com")]
    [InlineData("https://cvm.ap-tokyo.tencentcloudapi.com", "sts.ap-tokyo.tencentcloudapi.com")]
    [InlineData("https://cvm.tencentcloudapi.com", "sts.tencentcloudapi.com")]
    [InlineData("https://gateway.example", "gateway.example")]
    [InlineData("https://tencentcloudapi.com.example", "tencentcloudapi.com.example")]
    [InlineData("https://cvm.internal.tencentcloudapi.com:8443", "cvm.internal.tencentcloudapi.com:8443")]
    public void One_of_Tencents_hosts_is_the_root_of_all_services_and_any_other_serves_them_itself(string address, string host) =>
        Assert.Equal(host, new EndpointResolver(TencentCloudSite.China, new Uri(address)).Resolve("sts", "ap-guangzhou").Host);

    [Fact]
    public void The_usual_host_does_not_take_a_finance_region_from_its_own()
    {
        var resolver = new EndpointResolver(TencentCloudSite.China, new Uri("https://cvm.tencentcloudapi.com"));

        Assert.Equal("cvm.ap-shanghai-fsi.tencentcloudapi.com", resolver.Resolve("cvm", "ap-shanghai-fsi").Host);
    }

    [Fact]
    public void The_international_root_is_the_international_site() => Assert.Equal(
        TencentCloudSite.International, new EndpointResolver(TencentCloudSite.China, new Uri("https://cvm.intl.tencentcloudapi.com")).Site);

    [Theory]
    [InlineData("http://gateway.example", "http")]
    [InlineData("http://10.0.0.1:80", "http")]
    [InlineData("http://localhost.evil.example", "http")]
    [InlineData("http://0.0.0.0", "http")]
    [InlineData("ftp://gateway.example", "https://")]
    [InlineData("file:///etc/passwd", "https://")]
    [InlineData("https://user:hunter2@gateway.example", "user name")]
    [InlineData("https://gateway.example/cvm", "path")]
    [InlineData("https://gateway.example/?a=b", "query")]
    [InlineData("https://gateway.example/#a", "fragment")]
    public void An_override_that_is_not_safe_is_refused_and_not_repeated_in_the_message(string address, string reason)
    {
        var exception = Assert.Throws<ArgumentException>(
            () => new EndpointResolver(TencentCloudSite.China, new Uri(address)));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_override_is_refused() =>
        Assert.Throws<ArgumentException>(
            () => new EndpointResolver(TencentCloudSite.China, new Uri("gateway.example", UriKind.Relative)));

    [Theory]
    [InlineData("evil.example/-fsi")]
    [InlineData("a@b-fsi")]
    [InlineData("")]
    public void A_region_cannot_change_the_host(string region) =>
        Assert.Throws<ArgumentException>(() => new EndpointResolver(TencentCloudSite.China).Resolve("cvm", region));
}
