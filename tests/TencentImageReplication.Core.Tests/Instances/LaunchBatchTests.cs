using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Tests.Images;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using static TencentImageReplication.Core.Tests.Images.CopyWorld;

namespace TencentImageReplication.Core.Tests.Instances;

public sealed class LaunchBatchTests
{
    private readonly CopyWorld _world = new();
    private readonly List<LaunchResult> _results = [];
    private readonly List<Exception> _failures = [];

    private static LaunchSettings Two { get; } = new() { InstanceType = "S5.MEDIUM4", Count = 2 };

    [Fact]
    public async Task A_region_that_stalls_does_not_delay_another()
    {
        var other = _world.Cloud.AddImage(new SimulatedImage { ImageName = "other", Region = "ap-beijing", AccountId = SimulatedWorld.Owner.AccountId });
        _world.Cloud.Faults.Add(new FaultRule(FaultKind.StalledAnswer) { Action = "RunInstances", Region = Source, Times = 1000 });
        var began = _world.Time.GetUtcNow();
        TimeSpan? took = null;
        LaunchRequest[] requests =
        [
            .. Enumerable.Range(0, 12).Select(number => Request(Two with { InstanceName = $"{number}" })),
            new(other.ImageId, "ap-beijing", null, Two),
        ];

        await RunAsync(_world.Client, requests, _ => took = _world.Time.GetUtcNow() - began);

        Assert.InRange(took!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(12, _failures.Count);
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task A_response_that_does_not_name_all_instances_is_requested_again(string problem)
    {
        await RunAsync(ClientWith(problem, times: 1), [Request(Two)]);

        Assert.Empty(_failures);
        Assert.Equal(2, _world.Cloud.Instances().Count);
        Assert.Equal(Created(), Assert.Single(_results).Launch.InstanceIds.Order(StringComparer.Ordinal));
        Assert.False(_results[0].Launch.Reused);
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task Responses_that_never_name_all_instances_are_an_error_with_the_token(string problem)
    {
        await RunAsync(ClientWith(problem, times: 1000), [Request(Two)]);

        var failure = Assert.IsType<TencentCloudException>(Assert.Single(_failures));
        Assert.Equal(ClientErrorCodes.OutcomeUnknown, failure.Code);
        Assert.Contains(LaunchToken.Of(Request(Two)), failure.Message, StringComparison.Ordinal);
        Assert.Contains("are billed", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, _world.Cloud.Instances().Count);
        Assert.Equal(problem == "Duplicate" ? 1 : 0, _results.Sum(result => result.Launch.InstanceIds.Count));
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task An_error_after_a_response_that_does_not_name_all_instances_says_that_they_may_exist(string problem)
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "AuthFailure.TokenFailure" })
        {
            Action = "RunInstances",
            FirstCall = 2,
            Times = 1000,
        });

        await RunAsync(ClientWith(problem, times: 1), [Request(Two)]);

        var failure = Assert.IsType<TencentCloudException>(Assert.Single(_failures));
        Assert.Equal((ClientErrorCodes.OutcomeUnknown, true), (failure.Code, failure.MayHaveActed));
        Assert.Contains(LaunchToken.Of(Request(Two)), failure.Message, StringComparison.Ordinal);
        Assert.Equal("AuthFailure.TokenFailure", Assert.IsType<TencentCloudException>(failure.InnerException).Code);
        Assert.Equal(2, _world.Cloud.Instances().Count);
    }

    [Fact]
    public async Task An_image_that_has_only_just_become_available_is_retried()
    {
        Refuse("InvalidParameterValue.InvalidImageState", times: 3);

        await RunAsync(_world.Client, [Request(Two)]);

        Assert.Empty(_failures);
        Assert.Equal(2, _world.Cloud.Instances().Count);
    }

    [Fact]
    public async Task An_image_that_stays_busy_fails_after_two_minutes()
    {
        Refuse("InvalidParameterValue.InvalidImageState", times: 1000);
        var began = _world.Time.GetUtcNow();

        await RunAsync(_world.Client, [Request(Two)]);

        Assert.Equal("InvalidParameterValue.InvalidImageState", Assert.IsType<TencentCloudException>(Assert.Single(_failures)).Code);
        Assert.InRange(_world.Time.GetUtcNow() - began, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3));
    }

    [Fact]
    public async Task An_image_in_creation_fails_without_a_wait()
    {
        var image = _world.Cloud.AddImage(new SimulatedImage { ImageName = "new", Region = Source, AccountId = SimulatedWorld.Owner.AccountId, State = "CREATING" });

        await RunAsync(_world.Client, [new LaunchRequest(image.ImageId, Source, null, Two)]);

        Assert.Single(_failures);
        Assert.Equal(1, _world.CallsOf("RunInstances"));
    }

    [Theory]
    [InlineData("LimitExceeded.SpotQuota")]
    [InlineData("LimitExceeded.UserSpotQuota")]
    [InlineData("InvalidParameterValue.InsufficientOffering")]
    public async Task Spot_instances_try_the_next_zone(string code)
    {
        Refuse(code, times: 1);

        await RunAsync(_world.Client, [Request(Two with { InstanceChargeType = "SPOTPAID" })]);

        Assert.Empty(_failures);
        Assert.Equal(2, _world.CallsOf("RunInstances"));
    }

    [Fact]
    public void Each_setting_changes_the_token_except_the_password()
    {
        var tokens = new[]
        {
            Two,
            Two with { Count = 3 },
            Two with { Zone = "ap-guangzhou-6" },
            Two with { InstanceName = "x" },
            Two with { HostName = "x" },
            Two with { UserData = "x" },
            Two with { SystemDiskSizeGB = 100 },
            Two with { InternetMaxBandwidthOut = 0 },
            Two with { KeyIds = ["a", "b"] },
            Two with { KeyIds = ["a b"] },
            Two with { SecurityGroupIds = ["a", "b"] },
            Two with { Tags = [new() { Key = "env", Value = "prod" }] },
        }.Select(settings => LaunchToken.Of(Request(settings))).ToArray();

        Assert.Equal(tokens.Length, tokens.Distinct().Count());
        Assert.All(tokens, token => Assert.Matches("^[0-9a-f]{40}$", token));
        Assert.Equal(tokens[0], LaunchToken.Of(Request(Two with { Password = new System.Net.NetworkCredential("", "x").SecurePassword })));
        Assert.Equal(tokens[0], LaunchToken.Of(Request(Two) with { ImageName = "other", Region = Source.ToUpperInvariant() }));
        Assert.NotEqual(tokens[0], LaunchToken.Of(Request(Two) with { Region = "ap-beijing" }));
    }

    public static TheoryData<string> Problems => ["Empty", "Missing", "Null", "NullInIt", "Duplicate"];

    private static LaunchRequest Request(LaunchSettings settings) => new(SimulatedWorld.WebImageId, Source, null, settings);

    private void Refuse(string code, int times) => _world.Cloud.Faults.Add(
        new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = code }) { Action = "RunInstances", Times = times });

    private IEnumerable<string> Created() => _world.Cloud.Instances().Select(instance => instance.InstanceId).Order(StringComparer.Ordinal);

    private CvmClient ClientWith(string problem, int times) => new(new TencentCloudConnection(new TencentCloudConnectionOptions
    {
        Credentials = new StaticCredentialSource(new TencentCredential(SimulatedWorld.Owner.SecretId, SimulatedWorld.Owner.SecretKey), "a test"),
        TimeProvider = _world.Time,
        Handler = new RewritingHandler(new SimulatedCloudHandler(_world.Cloud), "RunInstances", response => Spoil(response, problem), times),
    }));

    private static void Spoil(JsonObject response, string problem)
    {
        var first = response["InstanceIdSet"]![0]!.GetValue<string>();
        response.Remove("InstanceIdSet");
        if (problem != "Missing")
        {
            response["InstanceIdSet"] = problem switch
            {
                "Empty" => new JsonArray(),
                "Null" => null,
                "NullInIt" => new JsonArray(null, null),
                _ => new JsonArray(first, first),
            };
        }
    }

    private async Task RunAsync(CvmClient client, LaunchRequest[] requests, Action<LaunchResult>? emitted = null)
    {
        var batch = new LaunchBatch(new LaunchOptions(), new InstanceLauncher(client, _world.Time, NullLogger.Instance), NullLogger.Instance);
        await _world.Time.RunAsync(() => batch.RunAsync(
            All(requests),
            result =>
            {
                lock (_results)
                    _results.Add(result);
                emitted?.Invoke(result);
            },
            (_, failure) =>
            {
                lock (_failures)
                    _failures.Add(failure);
            },
            CancellationToken.None));
    }
}
