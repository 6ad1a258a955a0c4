using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Tests.Support;

/// <summary>Simulated clouds, and connections to them.</summary>
internal static class Clouds
{
    internal static SimulatedCloud Create() => SimulatedWorld.Create(new SimulatedCloudOptions(), new VirtualClock(), withInstances: false);

    /// <summary>Creates a fault rule that returns an error code.</summary>
    internal static FaultRule Refusal(string code, string action, string? region = null, int times = 1) =>
        new(new Fault(FaultKind.ErrorCode) { ErrorCode = code }) { Action = action, Region = region, Times = times };

    /// <summary>Creates a connection with the clock of the cloud.</summary>
    /// <param name="cloud">The cloud.</param>
    /// <param name="account">The account; default: the owner.</param>
    /// <param name="secretKey">Another key than the account's, which the service refuses.</param>
    /// <param name="handler">The way to the cloud, if not the usual one.</param>
    /// <param name="threads">The threads of the work; default: those of the cloud's clock if it is virtual.</param>
    internal static TccContext Connect(
        SimulatedCloud cloud,
        SimulatedAccount? account = null,
        string? secretKey = null,
        HttpMessageHandler? handler = null,
        EngineThreads? threads = null)
    {
        account ??= SimulatedWorld.Owner;
        var connection = new TencentCloudConnection(new TencentCloudConnectionOptions
        {
            Credentials = new StaticCredentialSource(new TencentCredential(account.SecretId, secretKey ?? account.SecretKey), "test"),
            TimeProvider = cloud.TimeProvider,
            Handler = handler ?? new SimulatedCloudHandler(cloud),
        });
        threads ??= cloud.TimeProvider is VirtualClock clock ? new VirtualThreads(clock) : EngineThreads.Pool;
        return new TccContext(connection, cloud.TimeProvider, threads) { Region = SimulatedWorld.Region, Simulated = true };
    }
}
