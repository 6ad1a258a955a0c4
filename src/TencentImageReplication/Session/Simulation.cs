using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Session;

/// <summary>
/// The simulated cloud of this process. All simulated connections share it, so that one account sees the images that
/// another shares with it.
/// </summary>
internal static class Simulation
{
    // A real copy takes 10 to 30 minutes, too long to try the module.
    private static readonly TimeSpan DefaultCopyDuration = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CreateDuration = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LaunchDuration = TimeSpan.FromSeconds(3);

    private static readonly object Gate = new();
    private static SimulatedCloud? _cloud;

    /// <summary>The region of the simulated images.</summary>
    internal static string Region => SimulatedWorld.Region;

    /// <summary>Returns a handler for the simulated cloud, and creates the cloud if there is none.</summary>
    /// <param name="copyDuration">The duration of copies from now on; null does not change it.</param>
    internal static HttpMessageHandler Enter(TimeSpan? copyDuration)
    {
        lock (Gate)
        {
            _cloud ??= SimulatedWorld.Create(
                new SimulatedCloudOptions { CopyDuration = DefaultCopyDuration, CreateDuration = CreateDuration, LaunchDuration = LaunchDuration },
                TimeProvider.System);
            if (copyDuration is { } duration)
                _cloud.Options.CopyDuration = duration;
            return new SimulatedCloudHandler(_cloud);
        }
    }

    /// <summary>Returns the key of an account of the simulated cloud.</summary>
    internal static TencentCredential KeyOf(SimulatedAccountRole role)
    {
        var account = role == SimulatedAccountRole.Owner ? SimulatedWorld.Owner : SimulatedWorld.Partner;
        return new TencentCredential(account.SecretId, account.SecretKey);
    }

    /// <summary>Forgets the cloud. The next connection starts with a new one.</summary>
    internal static void Forget()
    {
        lock (Gate)
            _cloud = null;
    }
}
