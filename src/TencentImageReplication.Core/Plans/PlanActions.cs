namespace TencentImageReplication.Core.Plans;

/// <summary>The steps that bring a copy to the state that the plan wants, in this order.</summary>
[Flags]
public enum PlanActions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Shares the source with the account of the copy (ModifyImageSharePermission).</summary>
    Share = 1,

    /// <summary>Gives an earlier copy another name (ModifyImageAttribute).</summary>
    Rename = 2,

    /// <summary>Copies the image (SyncImages).</summary>
    Copy = 4,

    /// <summary>Sets attributes, tags, sharing or the mark of the copy.</summary>
    Update = 8,

    /// <summary>Deletes the copy and its snapshots (DeleteImages).</summary>
    Remove = 16,

    /// <summary>Tests the copy on an instance of its own (RunInstances, RunCommand, TerminateInstances).</summary>
    Verify = 32,

    /// <summary>Publishes the copy in launch templates and scaling groups (CreateLaunchTemplateVersion, ModifyLaunchConfigurationAttributes).</summary>
    Publish = 64,
}
