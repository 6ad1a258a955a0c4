namespace TencentImageReplication.Simulator.Model;

/// <summary>Conditions of a disk in which no image of it can be created. Only error codes name them.</summary>
public enum DiskCondition
{
    /// <summary>A disk without such a condition.</summary>
    Normal,

    /// <summary>A swap disk.</summary>
    Swap,

    /// <summary>A disk that is in use by another operation.</summary>
    InUse,

    /// <summary>A disk that is being rolled back.</summary>
    RollingBack,

    /// <summary>A disk that is being rolled back the fast way.</summary>
    RollingBackFast,

    /// <summary>A disk that does not meet the specification.</summary>
    OutOfSpecification,
}
