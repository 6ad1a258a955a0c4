namespace TencentImageReplication.Core.Plans.Files;

/// <summary>The kind of a value in a plan file.</summary>
public enum PlanNodeKind
{
    /// <summary>Something that is no data. It has been reported already.</summary>
    Unreadable,

    /// <summary>Keys and values: <c>@{ … }</c> or <c>{ … }</c>.</summary>
    Table,

    /// <summary>Values in their order.</summary>
    List,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>No value.</summary>
    Null,
}
