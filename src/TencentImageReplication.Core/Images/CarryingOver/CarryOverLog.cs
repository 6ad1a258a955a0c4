using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Images.CarryingOver;

/// <summary>Log texts about carrying attributes over.</summary>
internal static class CarryOverLog
{
    public static void CarriedOver(ILogger logger, CarriedAttributes attributes, string sourceImageId, string imageId, string region) =>
        logger.Inform(13, () => Localized.Text(
            $"Carried over {attributes} from {sourceImageId} to {imageId} in '{region}'.",
            $"“{region}”中的 {imageId} 已沿用 {sourceImageId} 的 {attributes}。"));
}
