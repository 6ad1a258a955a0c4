using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>How many custom images a region may hold.</summary>
internal static class ImageQuota
{
    public static int In(string region, SimulatedCloudOptions options) =>
        options.ImageQuotas.TryGetValue(region, out var quota) ? quota : options.ImageQuota;
}
