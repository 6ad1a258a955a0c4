namespace TencentImageReplication;

/// <summary>The two accounts of the simulated cloud.</summary>
public enum SimulatedAccountRole : long
{
    /// <summary>The account that has the golden images and shares one of them.</summary>
    Owner,

    /// <summary>The account that an image is shared with.</summary>
    Recipient,
}
