using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>Finds the image that instances of a launch configuration are created or reinstalled from.</summary>
internal static class ConfigurationImage
{
    /// <summary>Returns the image; null when there is none that can be used.</summary>
    public static SimulatedImage? Find(SimulatedLaunchConfiguration configuration, CloudState state, DateTimeOffset now)
    {
        var byFamily = configuration.ImageFamily.Length > 0 && (configuration.ImageId.Length == 0 || state.Options.ImageFamilyWins);
        return byFamily ? Newest(configuration, state) : Usable(configuration.ImageId, configuration, state, now);
    }

    private static SimulatedImage? Usable(string imageId, SimulatedLaunchConfiguration configuration, CloudState state, DateTimeOffset now) =>
        state.Images.Find(imageId, configuration.Region, configuration.AccountId) is { } image
        && state.Copies.View(image, configuration.AccountId, now, state.Options).State == ImageStates.Normal
            ? image
            : null;

    // Inferred: the newest image of the family that is not deprecated.
    private static SimulatedImage? Newest(SimulatedLaunchConfiguration configuration, CloudState state) => state.Images
        .Visible(configuration.Region, configuration.AccountId)
        .Where(image => image.Family == configuration.ImageFamily && !image.Deprecated && image.State == ImageStates.Normal)
        .OrderByDescending(image => image.CreatedTime)
        .FirstOrDefault();
}
