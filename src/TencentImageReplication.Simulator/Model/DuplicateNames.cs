namespace TencentImageReplication.Simulator.Model;

/// <summary>What becomes of a copy whose name is already taken in the destination (inferred).</summary>
public enum DuplicateNames
{
    /// <summary>It is made: names are not unique.</summary>
    Allowed,

    /// <summary>Refused where the request names the copy, made where the source's name is kept.</summary>
    RefusedWhenGiven,

    /// <summary>Refused.</summary>
    Refused,
}
