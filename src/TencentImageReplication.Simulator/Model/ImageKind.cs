namespace TencentImageReplication.Simulator.Model;

/// <summary>Special kinds of images. Only error codes name them, so it is inferred which images they are.</summary>
public enum ImageKind
{
    /// <summary>An image that every action accepts.</summary>
    Ordinary,

    /// <summary>An image of a whole instance. It cannot be copied, shared, or created again from its snapshots.</summary>
    InstanceImage,

    /// <summary>An image that is bound to its location. It cannot be copied or shared.</summary>
    LocationImage,

    /// <summary>An image that cannot be shared (<c>FailedOperation.QImageShareFailed</c>).</summary>
    QImage,

    /// <summary>An image that cannot be shared (<c>FailedOperation.RImageShareFailed</c>).</summary>
    RImage,

    /// <summary>A raw image, from which no instance can be created.</summary>
    RawImage,

    /// <summary>An image whose operating system is not available in the region of a new instance.</summary>
    UnavailableSystem,
}
