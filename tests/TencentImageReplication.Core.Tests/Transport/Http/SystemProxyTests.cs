using System.Net;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Core.Transport.Http;

namespace TencentImageReplication.Core.Tests.Transport.Http;

public sealed class SystemProxyTests
{
    private static readonly Uri Cvm = new("https://cvm.tencentcloudapi.com/");

    [Theory]
    [InlineData("http://127.0.0.1:8080/")]
    [InlineData("http://127.9.9.9:8080/")]
    [InlineData("http://localhost:8080/")]
    [InlineData("http://LOCALHOST/")]
    [InlineData("http://localhost.:8080/")]
    [InlineData("http://[::1]:8080/")]
    [InlineData("http://[::ffff:127.0.0.1]:8080/")]
    [InlineData("https://127.0.0.1/")]
    public void Addresses_of_this_machine_bypass_every_proxy(string address)
    {
        var proxy = Of("http://proxy.corp:3128");

        Assert.True(proxy.IsBypassed(new Uri(address)));
        Assert.Equal(new Uri(address), proxy.GetProxy(new Uri(address)));
        Assert.Null(proxy.NameFor(new Uri(address)));
    }

    [Fact]
    public void Other_addresses_go_through_the_proxy_of_the_user()
    {
        var proxy = Of("http://proxy.corp:3128");

        Assert.False(proxy.IsBypassed(Cvm));
        Assert.Equal(new Uri("http://proxy.corp:3128/"), proxy.GetProxy(Cvm));
        Assert.Equal("proxy.corp:3128", proxy.NameFor(Cvm));
    }

    [Fact]
    public void What_the_user_excludes_is_excluded()
    {
        var proxy = new SystemProxy(() => new WebProxy("http://proxy.corp:3128", BypassOnLocal: false, [@"tencentcloudapi\.com"]));

        Assert.True(proxy.IsBypassed(Cvm));
        Assert.Null(proxy.NameFor(Cvm));
    }

    [Fact]
    public void No_proxy_is_no_proxy()
    {
        var proxy = new SystemProxy(() => null);

        Assert.True(proxy.IsBypassed(Cvm));
        Assert.Null(proxy.GetCredential(Cvm, "Basic"));
    }

    [Fact]
    public void A_password_in_the_setting_is_in_no_address_that_errors_may_show()
    {
        var proxy = Of("http://user:hidden@proxy.corp:3128");

        Assert.DoesNotContain("hidden", proxy.GetProxy(Cvm).AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("proxy.corp:3128", proxy.NameFor(Cvm));
    }

    [Fact]
    public void The_credentials_are_those_of_the_proxy_of_the_moment()
    {
        IWebProxy user = new WebProxy("http://proxy.corp:3128");
        var proxy = new SystemProxy(() => user);
        Assert.Null(proxy.Credentials?.GetCredential(Cvm, "Basic"));

        user = new WebProxy("http://proxy.corp:3128") { Credentials = new NetworkCredential("me", "hidden") };

        Assert.Equal("me", proxy.Credentials?.GetCredential(Cvm, "Basic")?.UserName);
    }

    [Fact]
    public async Task An_error_names_the_proxy()
    {
        var exception = await FailAsync(Of("http://user:hidden@proxy.corp:3128"));

        Assert.Contains("proxy.corp:3128", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_without_a_proxy_names_none() => Assert.DoesNotContain(
        "proxy", (await FailAsync(null)).Message, StringComparison.OrdinalIgnoreCase);

    private static SystemProxy Of(string address) => new(() => new SettingOf(new Uri(address)));

    // WebProxy removes the user name from an address; the proxy of HTTPS_PROXY does not.
    private sealed class SettingOf(Uri address) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => address;

        public bool IsBypassed(Uri host) => false;
    }

    private static async Task<TencentCloudException> FailAsync(SystemProxy? proxy)
    {
        using var handler = new StubHandler((_, _) => throw new HttpRequestException("refused"));
        var exchange = new HttpExchange(handler, proxy, TimeProvider.System, TimeSpan.FromSeconds(30), 1000);
        using var request = new HttpRequestMessage(HttpMethod.Post, Cvm) { Content = new StringContent("{}") };
        var call = ApiCall.Create(CvmActions.DescribeZones, new DescribeZonesRequest(), "ap-guangzhou");
        return await Assert.ThrowsAsync<TencentCloudException>(
            () => exchange.SendAsync(call, new ServiceEndpoint(Cvm), request, CancellationToken.None));
    }
}
