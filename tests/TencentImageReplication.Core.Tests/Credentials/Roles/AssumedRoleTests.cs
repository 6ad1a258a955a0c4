using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Credentials.Roles;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Credentials.Roles;

/// <summary>Roles that are assumed, on the simulated security token service.</summary>
public sealed class AssumedRoleTests
{
    private readonly VirtualClock _clock = new VirtualClock();
    private readonly SimulatedCloud _cloud;

    public AssumedRoleTests() => _cloud = SimulatedWorld.Create(new SimulatedCloudOptions(), _clock);

    [Fact]
    public async Task Its_keys_are_lent_used_and_renewed_in_time()
    {
        var source = SourceFor(SimulatedWorld.Role.Arn, 3600);
        var first = await source.GetAsync(NullLogger.Instance, default);
        Assert.Equal(VirtualClock.Start.AddHours(1), first.ExpiresAt);
        Assert.NotNull(first.Token);

        // It has the rights of the owner, who has images of his own.
        var client = new CvmClient(Connections.To(new SimulatedCloudHandler(_cloud), _clock, credentials: source));
        var images = await client.FindImagesAsync("ap-guangzhou", [SimulatedWorld.DatabaseImageId], default);
        Assert.Single(images);

        _clock.Advance(TimeSpan.FromMinutes(55));
        var second = await source.GetAsync(NullLogger.Instance, default);
        Assert.NotEqual(first.SecretId, second.SecretId);
        Assert.Equal(VirtualClock.Start.AddMinutes(115), second.ExpiresAt);
        Assert.Equal(2, _cloud.CallCounts["AssumeRole"]);
    }

    [Fact]
    public async Task A_role_that_does_not_trust_the_account_is_named_with_the_services_code()
    {
        _cloud.PutRole(SimulatedWorld.Role with { TrustedAccounts = [] });

        var error = await Assert.ThrowsAsync<CredentialException>(() => SourceFor(SimulatedWorld.Role.Arn).GetAsync(NullLogger.Instance, default).AsTask());

        Assert.Contains(SimulatedWorld.Role.Arn, error.Message, StringComparison.Ordinal);
        Assert.Contains("UnauthorizedOperation, ", error.Message, StringComparison.Ordinal);
        Assert.Equal(TencentCloudErrorKind.Authorization, Assert.IsType<TencentCloudException>(error.InnerException).Kind);
    }

    [Fact]
    public async Task A_role_that_was_revoked_ends_with_its_last_key_and_is_no_failure_of_the_call_that_wanted_it()
    {
        var source = SourceFor(SimulatedWorld.Role.Arn, 600);
        await source.GetAsync(NullLogger.Instance, default);
        _cloud.RemoveRole(SimulatedWorld.Role.Arn);
        var client = new CvmClient(Connections.To(new SimulatedCloudHandler(_cloud), _clock, credentials: source));

        _clock.Advance(TimeSpan.FromSeconds(500));
        Assert.Single(await client.FindImagesAsync("ap-guangzhou", [SimulatedWorld.DatabaseImageId], default));
        _clock.Advance(TimeSpan.FromSeconds(101));

        var failure = await Assert.ThrowsAsync<TencentCloudException>(() => client.FindImagesAsync("ap-guangzhou", [SimulatedWorld.DatabaseImageId], default));
        Assert.Equal(TencentCloudErrorKind.Credential, failure.Kind);
        Assert.False(failure.MayHaveActed);
        Assert.Contains("ResourceNotFound.RoleNotFound", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_requests_are_counted_as_one_accounts_whichever_key_they_are_signed_with()
    {
        var source = SourceFor(SimulatedWorld.Role.Arn);
        await source.GetAsync(NullLogger.Instance, default);

        Assert.Contains(SimulatedWorld.Role.Arn, source.RateKey, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4611686018427387904", "expiry time is not valid")]
    [InlineData("null", "expiry time is not valid")]
    [InlineData("5", "expired at 1970-01-01")]
    public async Task A_key_with_a_wrong_expiry_time_is_refused(string expiry, string problem)
    {
        var handler = StubHandler.Always(() => StubHandler.Ok(
            $$"""
            "Credentials": {"TmpSecretId": "id", "TmpSecretKey": "hushhush", "Token": "hushhush"}, "ExpiredTime": {{expiry}}
            """));
        var source = new AssumedRoleSource(Connections.To(handler, _clock), new AssumedRole(SimulatedWorld.Role.Arn, "tests", null), null, _clock);

        var error = await Assert.ThrowsAsync<CredentialException>(() => source.GetAsync(NullLogger.Instance, default).AsTask());

        Assert.Contains(SimulatedWorld.Role.Arn, error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hushhush", error.Message, StringComparison.Ordinal);
    }

    private AssumedRoleSource SourceFor(string arn, int? seconds = null)
    {
        var key = new StaticCredentialSource(new TencentCredential(SimulatedWorld.Partner.SecretId, SimulatedWorld.Partner.SecretKey), "a test");
        var connection = Connections.To(new SimulatedCloudHandler(_cloud), _clock, credentials: key);
        return new AssumedRoleSource(connection, new AssumedRole(arn, "tests", seconds), null, _clock);
    }
}
