using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Http;

namespace TencentImageReplication.Core.Tests.Transport;

public sealed class ConnectionOptionsTests
{
    [Fact]
    public void A_setting_without_sense_is_refused()
    {
        var handler = StubHandler.Always(() => StubHandler.Ok());
        var clock = new VirtualClock();

        Assert.Throws<ArgumentException>(() => Connections.To(handler, clock, language: "de-DE"));
        Assert.Throws<ArgumentException>(() => Connections.To(handler, clock, deadline: TimeSpan.Zero));
        Assert.Throws<ArgumentException>(() => Connections.To(handler, clock, deadline: TimeSpan.FromDays(50)));
        Assert.Throws<ArgumentException>(() => Connections.To(handler, clock, maxResponseBytes: 0));
        Assert.Throws<ArgumentException>(() => Connections.To(handler, clock, maxAttempts: 0));
        Assert.Throws<ArgumentException>(() => Connections.To(handler, clock, maxThrottleWait: TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentException>(() => Connections.To(handler, clock, maxThrottleWait: TimeSpan.FromDays(2)));
    }

    [Fact]
    public void A_connection_tells_where_it_goes_and_whose_it_is()
    {
        var endpoints = new EndpointResolver(TencentCloudSite.International, new Uri("https://gateway.example"));
        var connection = Connections.To(StubHandler.Always(() => StubHandler.Ok()), new VirtualClock(), endpoints: endpoints);

        Assert.Equal("a test", connection.CredentialDescription);
        Assert.Equal(TencentCloudSite.International, connection.Endpoints.Site);
        Assert.Equal(new Uri("https://gateway.example"), connection.Endpoints.Resolve("cvm", null).Uri);
    }
}
