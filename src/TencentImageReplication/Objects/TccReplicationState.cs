namespace TencentImageReplication;

/// <summary>The state of one version of a family in one region of one account.</summary>
public enum TccReplicationState : long
{
    /// <summary>The copy is there, as the plan wants it.</summary>
    InSync,

    /// <summary>The copy is being created.</summary>
    Copying,

    /// <summary>There is no copy.</summary>
    Missing,

    /// <summary>There is no copy, and a copy of an earlier image has its name.</summary>
    Stale,

    /// <summary>The copy is there, but an attribute, a tag, its sharing or its mark differs from the plan.</summary>
    Different,

    /// <summary>The copy is there, but a launch template or scaling group that the plan names does not start from it: see Reason.</summary>
    Outdated,

    /// <summary>The copy is there, and the plan does not want it any more.</summary>
    Surplus,

    /// <summary>The plan does not want the copy any more, but it must not be deleted: see Reason.</summary>
    Held,

    /// <summary>The region or the account did not respond: see ErrorCode and ErrorMessage.</summary>
    Unknown,

    /// <summary>There is no copy, and there cannot be one: a quota, a rule or a name is in the way. See Reason.</summary>
    Blocked,
}
