namespace TencentImageReplication.Simulator.Model;

/// <summary>The treatment of a copy whose name exists in the destination (inferred).</summary>
public enum DuplicateNames
{
    /// <summary>It is created: names need not be unique.</summary>
    Allowed,

    /// <summary>It is refused when the request specifies the name, and created when it keeps the name of the source.</summary>
    RefusedWhenGiven,

    /// <summary>It is refused.</summary>
    Refused,
}
