using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Refuses images of special kinds.</summary>
internal static class ImageKindRules
{
    /// <summary>Refuses an image that can be neither copied nor shared.</summary>
    public static void CheckMovable(SimulatedImage image)
    {
        switch (image.Kind)
        {
            case ImageKind.InstanceImage:
                throw new ServiceException("InvalidParameter.InstanceImageNotSupport", image.ImageId);
            case ImageKind.LocationImage:
                throw new ServiceException("UnsupportedOperation.LocationImageNotSupported", image.ImageId);
        }
    }

    /// <summary>Refuses an image that cannot be shared.</summary>
    public static void CheckShareable(SimulatedImage image)
    {
        CheckMovable(image);
        switch (image.Kind)
        {
            case ImageKind.QImage:
                throw new ServiceException("FailedOperation.QImageShareFailed", image.ImageId);
            case ImageKind.RImage:
                throw new ServiceException("FailedOperation.RImageShareFailed", image.ImageId);
        }
    }

    /// <summary>Refuses an image from which no instance can be created.</summary>
    public static void CheckBootable(SimulatedImage image)
    {
        switch (image.Kind)
        {
            case ImageKind.RawImage:
                throw new ServiceException("InvalidParameterValue.InvalidImageFormat", image.ImageId);
            case ImageKind.UnavailableSystem:
                throw new ServiceException("InvalidParameterValue.InvalidImageOsName", image.ImageId);
        }
    }
}
