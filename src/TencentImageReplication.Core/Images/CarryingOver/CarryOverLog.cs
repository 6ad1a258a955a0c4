using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Images.CarryingOver;

/// <summary>Log texts about attributes that a copy gets from its source.</summary>
internal static class CarryOverLog
{
    public static void CarriedOver(ILogger logger, CarriedAttributes attributes, string sourceImageId, string imageId, string region)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            logger.Inform(13, Localized.Text(
                $"{attributes} of {sourceImageId} carried over to {imageId} in '{region}'.",
                $"“{region}”中的 {imageId} 已沿用 {sourceImageId} 的 {attributes}。"));
        }
    }
}
