using System.Net;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Tests.Transport;

public sealed class SecretTests
{
    private const string Password = "Passw0rd-of-a-test!";
    private const string UserData = "dXNlciBkYXRhIG9mIGEgdGVzdA==";

    private static readonly string[] Secrets =
        [Connections.SecretKey, Connections.Token, Connections.SecretId, Password, UserData, "TC3-HMAC-SHA256"];

    private static readonly RunInstancesRequest Request = new()
    {
        ImageId = "img-1",
        LoginSettings = new LoginSettings { Password = Password },
        UserData = UserData,
        Metadata = new Metadata { Items = [new MetadataItem { Key = "k", Value = Password }] },
        ClientToken = "t-1",
    };

    [Fact]
    public void No_object_with_a_secret_shows_it()
    {
        var credential = new TencentCredential(Connections.SecretId, Connections.SecretKey, Connections.Token);

        Assert.Equal("TencentCredential(AKID...wxyz)", credential.ToString());
        AssertNoSecretIn($"{Request} {Request.LoginSettings} {Request.Metadata} {Request.Metadata!.Items![0]}");
        AssertNoSecretIn($"{Connections.Credentials.Description} {Connections.Credentials}");
    }

    [Theory]
    [InlineData("short")]
    [InlineData("elevenchars")]
    public void A_short_ID_is_hidden_in_full(string secretId) =>
        Assert.Equal("TencentCredential(...)", new TencentCredential(secretId, "key").ToString());

    [Theory]
    [InlineData("")]
    [InlineData("with blank")]
    [InlineData("line\nend")]
    [InlineData("\u5bc6\u94a5")]
    public void A_value_that_cannot_be_a_key_is_refused_without_being_shown(string value)
    {
        var exception = Assert.Throws<ArgumentException>(() => new TencentCredential("id", value));

        if (value.Length > 0)
            Assert.DoesNotContain(value, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("throttled")]
    [InlineData("html")]
    [InlineData("lost")]
    [InlineData("proxy")]
    [InlineData("ok")]
    public async Task Neither_errors_nor_the_log_hold_a_secret_even_if_the_service_says_it(string answer)
    {
        var clock = new VirtualClock();
        var log = new LogRecorder();
        var handler = StubHandler.Always(() => answer switch
        {
            "error" => StubHandler.Error("InvalidParameterValue", string.Join(" / ", Secrets[..5])),
            "throttled" => StubHandler.Error("RequestLimitExceeded", string.Join(" / ", Secrets[..5])),
            "html" => StubHandler.Json($"<html>{string.Join(" / ", Secrets)}</html>"),
            "lost" => throw new HttpRequestException("lost"),
            "proxy" => StubHandler.Json("", HttpStatusCode.ProxyAuthenticationRequired),
            _ => StubHandler.Ok(),
        });
        var client = new CvmClient(Connections.To(handler, clock, log: log));

        var failure = await Record.ExceptionAsync(() => clock.RunAsync(() => client.RunInstancesAsync("ap-guangzhou", Request, default)));

        Assert.Equal(answer == "ok", failure is null);
        AssertNoSecretIn(failure?.ToString() ?? "");
        AssertNoSecretIn(string.Join("\n", log.Entries));
        Assert.NotEmpty(log.Entries);
    }

    [Fact]
    public async Task A_message_of_the_service_is_cleaned_of_control_characters()
    {
        var handler = StubHandler.Always(() => StubHandler.Error("InvalidParameter", "a\\u001b[31mb\\r\\nc"));

        var exception = await Assert.ThrowsAsync<TencentCloudException>(
            () => Connections.Client(handler, new VirtualClock()).DescribeZonesAsync("ap-guangzhou", default));

        Assert.Equal("a [31mb  c", exception.Message);
    }

    [Fact]
    public async Task The_log_tells_action_region_attempt_time_outcome_and_request_ID()
    {
        var clock = new VirtualClock();
        var log = new LogRecorder();
        var handler = new StubHandler(() => StubHandler.Error("InternalError"), () => StubHandler.Ok());

        await clock.RunAsync(
            () => new CvmClient(Connections.To(handler, clock, log: log)).DescribeZonesAsync("ap-guangzhou", default));

        var entries = log.Entries.ToList();
        Assert.Equal(3, entries.Count);
        Assert.All(entries, entry => Assert.StartsWith("Debug: DescribeZones in ap-guangzhou: ", entry, StringComparison.Ordinal));
        Assert.Contains("attempt 1", entries[0], StringComparison.Ordinal);
        Assert.Contains("outcome InternalError, request ID req-e", entries[0], StringComparison.Ordinal);
        Assert.Contains("retrying in", entries[1], StringComparison.Ordinal);
        Assert.Contains("attempt 2", entries[2], StringComparison.Ordinal);
        Assert.Contains("outcome OK, request ID req-1", entries[2], StringComparison.Ordinal);
    }

    private static void AssertNoSecretIn(string text)
    {
        foreach (var secret in Secrets)
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }
}
