using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Text;

namespace TencentImageReplication.Session;

/// <summary>
/// The simulated cloud of this process. All simulated connections share it, so that one account sees the images that
/// another shares with it.
/// </summary>
internal static class Simulation
{
    // A real copy takes 10 to 30 minutes, too long to try the module.
    private static readonly TimeSpan DefaultCopyDuration = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StepDuration = TimeSpan.FromSeconds(3);

    private static readonly object Gate = new();
    private static SimulatedCloud? _cloud;

    private static SimulatedCloudOptions Defaults() => new()
    {
        CopyDuration = DefaultCopyDuration,
        CreateDuration = StepDuration,
        LaunchDuration = StepDuration,
        StopDuration = StepDuration,
        TerminateDuration = StepDuration,
        AgentDelay = StepDuration,
        Refreshes = new() { Preparation = TimeSpan.FromSeconds(1), BatchDuration = StepDuration, SurgeDuration = StepDuration },
    };

    /// <summary>The region of the simulated images.</summary>
    internal static string Region => SimulatedWorld.Region;

    /// <summary>Returns a handler for the simulated cloud, and creates the cloud if there is none.</summary>
    /// <param name="copyDuration">The duration of copies from now on; null does not change it.</param>
    /// <param name="scenario">The scenario of a new cloud, which replaces the present one; null for no change.</param>
    /// <param name="role">The account that will be used.</param>
    /// <exception cref="Simulator.Scenarios.ScenarioException">The scenario has mistakes. The present cloud stays.</exception>
    /// <exception cref="ArgumentException">The cloud has no such account.</exception>
    internal static HttpMessageHandler Enter(TimeSpan? copyDuration, Scenario? scenario, SimulatedAccountRole role)
    {
        lock (Gate)
        {
            var cloud = scenario is null && _cloud is not null
                ? _cloud
                : (scenario ?? Scenario.Parse("{}", "")).CreateCloud(TimeProvider.System, Defaults());
            if (AccountOf(cloud, role) is null)
                throw new ArgumentException(Messages.NoSimulatedAccount($"{role}"));
            _cloud = cloud;
            if (copyDuration is { } duration)
                cloud.Options.CopyDuration = duration;
            return new SimulatedCloudHandler(cloud);
        }
    }

    /// <summary>Returns the key of an account of a simulated cloud.</summary>
    internal static TencentCredential KeyOf(HttpMessageHandler handler, SimulatedAccountRole role)
    {
        var account = AccountOf(((SimulatedCloudHandler)handler).Cloud, role)!;
        return new TencentCredential(account.SecretId, account.SecretKey, account.Token);
    }

    // The owner is the first account, the recipient the second. An account can have several keys.
    private static SimulatedAccount? AccountOf(SimulatedCloud cloud, SimulatedAccountRole role) => cloud.Accounts
        .GroupBy(account => account.AccountId)
        .Select(keys => keys.First())
        .ElementAtOrDefault(role == SimulatedAccountRole.Owner ? 0 : 1);

    /// <summary>Forgets the cloud. The next connection starts with a new one.</summary>
    internal static void Forget()
    {
        lock (Gate)
            _cloud = null;
    }
}
