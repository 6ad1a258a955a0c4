using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.SimulatorHost;

/// <summary>Lists the images that an account can use.</summary>
internal static class AccountImages
{
    public static IEnumerable<(SimulatedImage Image, string Type)> Of(SimulatedCloud cloud, string accountId)
    {
        foreach (var image in cloud.Images())
        {
            if (image.AccountId == accountId)
                yield return (image, ImageTypes.Private);
            else if (image.SharedWith.Contains(accountId))
                yield return (image, ImageTypes.Shared);
        }
    }
}
