using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Tests.Support;

/// <summary>Simulated clouds, and connections to them.</summary>
internal static class Clouds
{
    internal static SimulatedCloud Create(TimeProvider? time = null) =>
        SimulatedWorld.Create(new SimulatedCloudOptions(), time ?? TimeProvider.System);

    /// <summary>Creates a fault rule that returns an error code.</summary>
    internal static FaultRule Refusal(string code, string action, string? region = null, int times = 1) =>
        new(new Fault(FaultKind.ErrorCode) { ErrorCode = code }) { Action = action, Region = region, Times = times };

    /// <summary>Creates a connection with the clock of the cloud.</summary>
    internal static TccContext Connect(SimulatedCloud cloud, SimulatedAccount? account = null, string? secretKey = null)
    {
        account ??= SimulatedWorld.Owner;
        var connection = new TencentCloudConnection(new TencentCloudConnectionOptions
        {
            Credentials = new StaticCredentialSource(new TencentCredential(account.SecretId, secretKey ?? account.SecretKey), "test"),
            TimeProvider = cloud.TimeProvider,
            Handler = new SimulatedCloudHandler(cloud),
        });
        return new TccContext(connection, cloud.TimeProvider) { Region = SimulatedWorld.Region, Simulated = true };
    }
}
