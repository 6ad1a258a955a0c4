namespace TencentImageReplication.Simulator.Model;

/// <summary>The area of a region, which decides if an image can be copied.</summary>
public enum RegionArea
{
    /// <summary>The Chinese mainland.</summary>
    Mainland,

    /// <summary>A finance region on the Chinese mainland: an isolated network with its own host.</summary>
    Finance,

    /// <summary>Anywhere else, including Hong Kong and Taiwan.</summary>
    Outside,
}
