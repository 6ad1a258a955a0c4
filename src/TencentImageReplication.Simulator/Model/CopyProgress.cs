namespace TencentImageReplication.Simulator.Model;

/// <summary>How the percentage of a copy moves.</summary>
public enum CopyProgress
{
    /// <summary>From 0 to 99 as time goes by.</summary>
    Gradual,

    /// <summary>0 until the copy is done.</summary>
    Jump,
}
