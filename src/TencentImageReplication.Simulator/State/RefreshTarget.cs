using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>The settings that an instance is reinstalled with, as they were when its batch began.</summary>
/// <param name="Image">The image.</param>
/// <param name="Configuration">The launch configuration, for user data, host name and login.</param>
internal sealed record RefreshTarget(SimulatedImage Image, SimulatedLaunchConfiguration Configuration)
{
    /// <summary>
    /// Returns an instance with these settings. Documented: only the image, the user data, the enhanced services, the host name and
    /// the login are taken from a launch configuration.
    /// </summary>
    public SimulatedInstance Install(SimulatedInstance instance) => instance with
    {
        ImageId = Image.ImageId,
        OsName = Image.OsName,
        IsWindows = Image.IsWindows,
        UserData = Configuration.UserData,
        HostName = Configuration.HostName,
        KeyIds = Configuration.KeyIds,
        KeepImageLogin = Configuration.KeepImageLogin,
    };
}
