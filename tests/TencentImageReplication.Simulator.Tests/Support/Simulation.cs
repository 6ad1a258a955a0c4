using System.Globalization;
using System.Text.Json;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Tests.Support;

/// <summary>A cloud in virtual time with accounts and images, and a client that checks every response against the schema.</summary>
internal sealed class Simulation
{
    public const string Guangzhou = SimulatedWorld.Region;

    public Simulation(SimulatedCloudOptions? options = null)
    {
        Cloud = SimulatedWorld.Create(options ?? new SimulatedCloudOptions(), Time, withInstances: false);
    }

    public Simulation(Scenario scenario) => Cloud = scenario.CreateCloud(Time);

    public VirtualClock Time { get; } = new(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));

    public SimulatedCloud Cloud { get; }

    public SimulatedCloudOptions Options => Cloud.Options;

    public async Task<ResponseBody> CallAsync(string action, object? parameters = null, string region = Guangzhou, SimulatedAccount? account = null, string? language = null)
    {
        var headers = new Dictionary<string, string>();
        if (language is not null)
            headers["X-TC-Language"] = language;
        var response = await SendAsync(Request(action, parameters, region, headers), account);
        Assert.Equal(200, response.StatusCode);
        Assert.Equal("application/json", response.ContentType);
        var responseBody = ResponseBody.Parse(response.Body);
        SchemaWalk.Check(Cloud.Actions, action, responseBody);
        return responseBody;
    }

    /// <summary>Makes a call that must succeed.</summary>
    public async Task<ResponseBody> SucceedAsync(string action, object? parameters = null, string region = Guangzhou, SimulatedAccount? account = null)
    {
        var responseBody = await CallAsync(action, parameters, region, account);
        Assert.Null(responseBody.Code);
        return responseBody;
    }

    /// <summary>Makes a call that must fail, and returns its error code.</summary>
    public async Task<string> FailAsync(string action, object? parameters = null, string region = Guangzhou, SimulatedAccount? account = null)
    {
        var responseBody = await CallAsync(action, parameters, region, account);
        Assert.NotNull(responseBody.Code);
        return responseBody.Code;
    }

    public async Task<IReadOnlyDictionary<string, string>> CopyAsync(params string[] destinations)
    {
        var responseBody = await SucceedAsync("SyncImages", new { ImageIds = new[] { SimulatedWorld.WebImageId }, DestinationRegions = destinations, ImageSetRequired = true });
        return responseBody.List("ImageSet").ToDictionary(image => image.GetProperty("Region").GetString()!, image => image.GetProperty("ImageId").GetString()!);
    }

    /// <summary>Returns an image from <c>DescribeImages</c>, or null.</summary>
    public async Task<JsonElement?> ImageAsync(string imageId, string region = Guangzhou, SimulatedAccount? account = null)
    {
        var responseBody = await SucceedAsync("DescribeImages", new { ImageIds = new[] { imageId } }, region, account);
        return responseBody.List("ImageSet").Select(image => (JsonElement?)image).SingleOrDefault();
    }

    /// <summary>Creates a request without a signature.</summary>
    public SimulatedRequest Request(string action, object? parameters, string region, IReadOnlyDictionary<string, string>? more = null, string? host = null)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Host"] = host ?? $"{Cloud.Actions.ServiceName(action)}.tencentcloudapi.com",
            ["Content-Type"] = "application/json; charset=utf-8",
            ["X-TC-Action"] = action,
            ["X-TC-Version"] = Cloud.Actions.Contains(action) ? Cloud.Actions.Schema(action).Version : "2017-03-12",
            ["X-TC-Timestamp"] = Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["X-TC-Region"] = region,
        };
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
            headers[name] = value;
        var body = parameters as byte[] ?? JsonSerializer.SerializeToUtf8Bytes(parameters ?? new object());
        return new SimulatedRequest("POST", "/", headers, body);
    }

    public SignedAs Signing(SimulatedAccount? account = null) =>
        new((account ?? SimulatedWorld.Owner).SecretId, (account ?? SimulatedWorld.Owner).SecretKey, Time.GetUtcNow().ToUnixTimeSeconds());

    public Task<SimulatedResponse> SendAsync(SimulatedRequest request, SimulatedAccount? account = null) =>
        SendAsync(request, Signing(account) with { Service = Cloud.Actions.ServiceName(request.Action) });

    public Task<SimulatedResponse> SendAsync(SimulatedRequest request, SignedAs signing) =>
        Cloud.HandleAsync(request.With("Authorization", TestSigner.Sign(request, signing)), CancellationToken.None);

    /// <summary>Sends a request and returns its error code, null for none.</summary>
    public async Task<string?> CodeAsync(SimulatedRequest request, SignedAs? signing = null) =>
        ResponseBody.Parse((await SendAsync(request, signing ?? Signing())).Body).Code;
}
