using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>The quota of custom images in a region.</summary>
internal static class ImageQuota
{
    public static int In(string region, SimulatedCloudOptions options) =>
        options.ImageQuotas.TryGetValue(region, out var quota) ? quota : options.ImageQuota;
}
