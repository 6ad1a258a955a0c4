namespace TencentImageReplication.Simulator.Model;

/// <summary>The response to a request whose client token was used with other parameters (inferred).</summary>
public enum ReusedClientToken
{
    /// <summary>The instances of the first request.</summary>
    ReturnsInstances,

    /// <summary>An error.</summary>
    Refused,
}
