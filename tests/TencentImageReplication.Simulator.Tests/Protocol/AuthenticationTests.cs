using System.Globalization;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Protocol;

public class AuthenticationTests
{
    private readonly Simulation _simulation = new();

    private SimulatedRequest Request(string host = "cvm.tencentcloudapi.com") =>
        _simulation.Request("DescribeZones", null, Simulation.Guangzhou, host: host);

    [Theory]
    [InlineData("cvm", "cvm.tencentcloudapi.com", "cvm.tencentcloudapi.com")]
    [InlineData("127", "127.0.0.1:8555", "127.0.0.1:8555")]
    [InlineData("127", "127.0.0.1:8555", "127.0.0.1")]
    [InlineData("cvm", "127.0.0.1:8555", "127.0.0.1:8555")]
    [InlineData("localhost", "localhost:8555", "localhost")]
    [InlineData("[", "[::1]:8555", "[::1]", false)]
    public async Task Clients_may_differ_in_the_scope_and_in_the_port_of_the_host(string service, string host, string signedHost, bool accepted = true)
    {
        var code = await _simulation.CodeAsync(Request(host), _simulation.Signing() with { Service = service, Host = signedHost });

        Assert.Equal(accepted ? null : "AuthFailure.SignatureFailure", code);
    }

    [Fact]
    public async Task Two_spaces_after_the_algorithm_are_accepted() =>
        Assert.Null(await _simulation.CodeAsync(Request(), _simulation.Signing() with { Separator = "  " }));

    [Fact]
    public async Task More_headers_may_be_signed() => Assert.Null(await _simulation.CodeAsync(
        Request(), _simulation.Signing() with { SignedHeaders = ["content-type", "host", "x-tc-action", "x-tc-region"] }));

    [Theory]
    [InlineData("content-type")]
    [InlineData("host")]
    public async Task Content_type_and_host_must_be_signed(string only) => Assert.Equal(
        "AuthFailure.InvalidAuthorization", await _simulation.CodeAsync(Request(), _simulation.Signing() with { SignedHeaders = [only] }));

    [Fact]
    public async Task A_wrong_key_is_refused() => Assert.Equal(
        "AuthFailure.SignatureFailure", await _simulation.CodeAsync(Request(), _simulation.Signing() with { SecretKey = "wrong" }));

    [Fact]
    public async Task An_unknown_key_is_refused() => Assert.Equal(
        "AuthFailure.SecretIdNotFound", await _simulation.CodeAsync(Request(), _simulation.Signing() with { SecretId = "AKIDnobody" }));

    [Theory]
    [InlineData("DescribeImages", "cvm", "AuthFailure.InvalidSecretId")]
    [InlineData("GetCallerIdentity", "sts", "AuthFailure.AccessKeyIllegal")]
    public async Task A_text_that_is_no_key_is_refused(string action, string service, string code) => Assert.Equal(
        code,
        await _simulation.CodeAsync(_simulation.Request(action, null, Simulation.Guangzhou), _simulation.Signing() with { SecretId = "nobody", Service = service }));

    [Fact]
    public async Task An_action_of_a_service_that_is_missing_is_named_and_not_its_signature() => Assert.Equal(
        "InvalidAction",
        await _simulation.CodeAsync(_simulation.Request("DescribeDisks", null, Simulation.Guangzhou), _simulation.Signing() with { Service = "cbs" }));

    [Fact]
    public async Task A_foreign_service_is_refused() => Assert.Equal(
        "AuthFailure.SignatureFailure", await _simulation.CodeAsync(Request(), _simulation.Signing() with { Service = "cbs" }));

    [Fact]
    public async Task A_changed_body_is_refused()
    {
        var request = _simulation.Request("DescribeImages", new { Limit = 1 }, Simulation.Guangzhou);
        var signed = request.With("Authorization", TestSigner.Sign(request, _simulation.Signing()));

        var response = await _simulation.Cloud.HandleAsync(signed.WithBody("""{"Limit":2}"""u8.ToArray()), CancellationToken.None);

        Assert.Equal("AuthFailure.SignatureFailure", ResponseBody.Parse(response.Body).Code);
    }

    [Fact]
    public async Task The_body_can_be_left_unsigned()
    {
        var request = _simulation.Request("DescribeImages", new { Limit = 1 }, Simulation.Guangzhou);
        var unsigned = request.WithBody("UNSIGNED-PAYLOAD"u8.ToArray());
        var authorization = TestSigner.Sign(unsigned, _simulation.Signing());

        var accepted = await SendAsync(request.With("X-TC-Content-SHA256", "UNSIGNED-PAYLOAD"));
        var refused = await SendAsync(request);

        Assert.Null(accepted);
        Assert.Equal("AuthFailure.SignatureFailure", refused);

        async Task<string?> SendAsync(SimulatedRequest sent) =>
            ResponseBody.Parse((await _simulation.Cloud.HandleAsync(sent.With("Authorization", authorization), CancellationToken.None)).Body).Code;
    }

    [Theory]
    [InlineData("POST", "/", "application/x-www-form-urlencoded", "Action=DescribeImages&SignatureMethod=HmacSHA1&Signature=x")]
    [InlineData("GET", "/?Action=DescribeImages&Signature=x&SecretId=y", "", "")]
    [InlineData("GET", "/?Signature=x", "application/x-www-form-urlencoded", "")]
    public async Task An_older_signature_is_refused_with_a_text_that_says_so(string method, string target, string type, string body)
    {
        var request = new SimulatedRequest(
            method, target, [KeyValuePair.Create("Host", "cvm.tencentcloudapi.com"), KeyValuePair.Create("Content-Type", type)], System.Text.Encoding.UTF8.GetBytes(body));

        var response = ResponseBody.Parse((await _simulation.Cloud.HandleAsync(request, CancellationToken.None)).Body);

        Assert.Equal("AuthFailure.InvalidAuthorization", response.Code);
        Assert.Contains("HmacSHA1", response.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-300, null)]
    [InlineData(-301, "AuthFailure.SignatureExpire")]
    [InlineData(300, null)]
    [InlineData(301, "AuthFailure.SignatureExpire")]
    public async Task The_clock_may_be_five_minutes_off(int seconds, string? code)
    {
        var signedAt = _simulation.Time.GetUtcNow().ToUnixTimeSeconds() + seconds;
        var request = Request().With("X-TC-Timestamp", signedAt.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(code, await _simulation.CodeAsync(request, _simulation.Signing() with { Timestamp = signedAt }));
    }

    [Fact]
    public async Task The_day_of_the_scope_is_that_of_the_timestamp()
    {
        var yesterday = _simulation.Signing() with { Timestamp = _simulation.Time.GetUtcNow().AddDays(-1).ToUnixTimeSeconds() };

        Assert.Equal("AuthFailure.SignatureFailure", await _simulation.CodeAsync(Request(), yesterday));
    }

    [Theory]
    [InlineData(null, "MissingParameter")]
    [InlineData("Basic abc", "AuthFailure.InvalidAuthorization")]
    [InlineData("TC3-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c", "AuthFailure.InvalidAuthorization")]
    [InlineData("TC3-HMAC-SHA256 nonsense", "AuthFailure.InvalidAuthorization")]
    public async Task A_header_that_is_none_is_refused(string? header, string code)
    {
        var response = await _simulation.Cloud.HandleAsync(Request().With("Authorization", header), CancellationToken.None);

        Assert.Equal(code, ResponseBody.Parse(response.Body).Code);
    }

    [Theory]
    [InlineData("the+token/==", 0, null)]
    [InlineData("another", 0, "AuthFailure.TokenFailure")]
    [InlineData(null, 0, "AuthFailure.TokenFailure")]
    [InlineData("the+token/==", 60, "AuthFailure.TokenFailure")]
    public async Task A_temporary_key_needs_its_token_and_ends(string? token, int minutes, string? code)
    {
        var temporary = SimulatedWorld.Owner with
        {
            SecretId = "AKIDtemporary",
            SecretKey = "temporary",
            Token = "the+token/==",
            Expires = _simulation.Time.GetUtcNow().AddHours(1),
        };
        _simulation.Cloud.AddAccount(temporary);
        _simulation.Time.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(code, await _simulation.CodeAsync(Request().With("X-TC-Token", token), _simulation.Signing(temporary)));
    }

    [Fact]
    public async Task A_token_beside_a_permanent_key_is_refused() =>
        Assert.Equal("AuthFailure.TokenFailure", await _simulation.CodeAsync(Request().With("X-TC-Token", "surplus")));

    [Fact]
    public void No_secret_is_in_the_text_of_an_account() =>
        Assert.DoesNotContain(SimulatedWorld.Owner.SecretKey, SimulatedWorld.Owner.ToString(), StringComparison.Ordinal);
}
