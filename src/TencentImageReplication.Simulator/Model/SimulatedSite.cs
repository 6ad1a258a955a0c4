namespace TencentImageReplication.Simulator.Model;

/// <summary>The site of Tencent Cloud that a simulated cloud plays: both have their own accounts, and one has fewer actions and fields.</summary>
public enum SimulatedSite
{
    /// <summary>The Chinese site.</summary>
    China,

    /// <summary>The international site.</summary>
    International,
}
