namespace TencentImageReplication.Simulator.Model;

/// <summary>Conditions of an instance in which no image of it can be created. Only error codes name them.</summary>
public enum InstanceCondition
{
    /// <summary>An instance without such a condition.</summary>
    Normal,

    /// <summary>An instance whose system was reinstalled without success.</summary>
    ReinstallFailed,

    /// <summary>An instance of a special type.</summary>
    SpecialType,

    /// <summary>An instance of which no image with data disks can be created.</summary>
    SystemDiskOnly,
}
