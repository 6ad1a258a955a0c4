namespace TencentImageReplication.Core.Plans;

/// <summary>The way to treat a copy of an earlier image that has the name of a new copy.</summary>
public enum NameTaken
{
    /// <summary>The new copy is not created.</summary>
    Fail,

    /// <summary>The earlier copy gets another name.</summary>
    RenameStale,
}
