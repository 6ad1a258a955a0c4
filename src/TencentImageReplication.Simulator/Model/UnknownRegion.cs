namespace TencentImageReplication.Simulator.Model;

/// <summary>The response to a request to a region that does not exist (inferred: both codes are documented).</summary>
public enum UnknownRegion
{
    /// <summary><c>UnsupportedRegion</c>.</summary>
    UnsupportedRegion,

    /// <summary><c>InvalidRegion.NotFound</c>.</summary>
    NotFound,
}
