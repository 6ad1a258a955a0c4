using System.Collections;
using System.Management.Automation;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Formatting;

/// <summary>
/// The values of the hidden properties that tables and lists show, such as ViewImageName. The objects keep the original values. The types
/// file names these methods; ConstrainedLanguage refuses script blocks that call them, but not properties.
/// </summary>
public static class TccView
{
    /// <summary>The name of an image or a copy.</summary>
    public static string ImageName(PSObject row) => TextOf(row, nameof(TccImage.ImageName));

    /// <summary>The name of an instance.</summary>
    public static string InstanceName(PSObject row) => TextOf(row, nameof(TccInstance.InstanceName));

    /// <summary>The name of a thing that uses an image.</summary>
    public static string Name(PSObject row) => TextOf(row, nameof(TccImageUsage.Name));

    /// <summary>The detail of a use of an image.</summary>
    public static string Detail(PSObject row) => TextOf(row, nameof(TccImageUsage.Detail));

    /// <summary>The output of the script of a test.</summary>
    public static string ScriptOutput(PSObject row) => TextOf(row, nameof(TccImageTest.ScriptOutput));

    /// <summary>The name of a launch template.</summary>
    public static string LaunchTemplateName(PSObject row) => TextOf(row, nameof(TccLaunchTemplate.LaunchTemplateName));

    /// <summary>The name of a scaling group.</summary>
    public static string AutoScalingGroupName(PSObject row) => TextOf(row, nameof(TccAutoScalingGroup.AutoScalingGroupName));

    /// <summary>The name of a launch configuration.</summary>
    public static string LaunchConfigurationName(PSObject row) => TextOf(row, nameof(TccAutoScalingGroup.LaunchConfigurationName));

    /// <summary>The operating system.</summary>
    public static string OsName(PSObject row) => TextOf(row, nameof(TccImage.OsName));

    /// <summary>The platform.</summary>
    public static string Platform(PSObject row) => TextOf(row, nameof(TccImage.Platform));

    /// <summary>The description.</summary>
    public static string Description(PSObject row) => TextOf(row, nameof(TccImage.Description));

    /// <summary>The account that created an image.</summary>
    public static string Creator(PSObject row) => TextOf(row, nameof(TccImage.Creator));

    /// <summary>The family of an image.</summary>
    public static string ImageFamily(PSObject row) => TextOf(row, nameof(TccImage.ImageFamily));

    /// <summary>The snapshots as one line.</summary>
    public static string SnapshotIds(PSObject row) => TextOf(row, nameof(TccImage.SnapshotIds));

    /// <summary>The tags as one line.</summary>
    public static string Tags(PSObject row) => TextOf(row, nameof(TccImage.Tags));

    /// <summary>The region that an image was copied from.</summary>
    public static string SourceRegion(PSObject row) => TextOf(row, nameof(TccImage.SourceRegion));

    /// <summary>The image that an image was copied from.</summary>
    public static string SourceImageId(PSObject row) => TextOf(row, nameof(TccImage.SourceImageId));

    /// <summary>The name of a region.</summary>
    public static string DisplayName(PSObject row) => TextOf(row, nameof(TccRegion.DisplayName));

    /// <summary>The source of the credentials.</summary>
    public static string CredentialSource(PSObject row) => TextOf(row, nameof(CredentialSource));

    /// <summary>The error message of a copy.</summary>
    public static string ErrorMessage(PSObject row) => TextOf(row, nameof(TccImageCopy.ErrorMessage));

    /// <summary>The state of an image or an instance, coloured where the host shows colours.</summary>
    public static string State(PSObject row) => ViewColours.Of(TextOf(row, nameof(TccImage.State)));

    /// <summary>The status of a copy, coloured where the host shows colours.</summary>
    public static string Status(PSObject row) => ViewColours.Of(TextOf(row, nameof(TccImageCopy.Status)));

    /// <summary>The state of an image, its progress, whether it is deprecated, and its family: <c>NORMAL (Deprecated), golden-web</c>.</summary>
    public static string StateAndFamily(PSObject row) =>
        Progress(State(row), row) + Remark(row, nameof(TccImage.Deprecated)) + After(", ", ImageFamily(row));

    /// <summary>The status of a copy, its progress, whether it existed before, and its error: <c>Failed: ImageNotFound</c>.</summary>
    public static string StatusAndError(PSObject row) =>
        Progress(Status(row), row) + Remark(row, nameof(TccImageCopy.Reused)) + After(": ", TextOf(row, nameof(TccImageCopy.ErrorCode)));

    /// <summary>The state of an instance, whether it existed before, and its address: <c>RUNNING (Reused), 10.0.0.5</c>.</summary>
    public static string StateAndAddress(PSObject row) =>
        State(row) + Remark(row, nameof(TccInstance.Reused)) + After(", ", TextOf(row, nameof(TccInstance.PrivateIpAddress)));

    /// <summary>The file of a plan.</summary>
    public static string Path(PSObject row) => TextOf(row, nameof(TccReplicationPlan.Path));

    /// <summary>The account of the source images of a plan.</summary>
    public static string SourceAccount(PSObject row) => TextOf(row, nameof(TccReplicationPlan.SourceAccount));

    /// <summary>The families of a plan.</summary>
    public static string Families(PSObject row) => TextOf(row, nameof(TccReplicationPlan.Families));

    /// <summary>The accounts of a plan.</summary>
    public static string Accounts(PSObject row) => TextOf(row, nameof(TccReplicationPlan.Accounts));

    /// <summary>The regions of a plan.</summary>
    public static string Regions(PSObject row) => TextOf(row, nameof(TccReplicationPlan.Regions));

    /// <summary>The family of a row of a plan.</summary>
    public static string Family(PSObject row) => TextOf(PlanRowOf(row), nameof(TccReplicationRow.Family));

    /// <summary>The version of a row of a plan.</summary>
    public static string Version(PSObject row) => TextOf(PlanRowOf(row), nameof(TccReplicationRow.Version));

    /// <summary>The account of a row of a plan.</summary>
    public static string Account(PSObject row) => TextOf(PlanRowOf(row), nameof(TccReplicationRow.Account));

    /// <summary>The users of the copy of a row.</summary>
    public static string InUseBy(PSObject row) => TextOf(row, nameof(TccReplicationRow.InUseBy));

    /// <summary>The reason for the state of a row.</summary>
    public static string Reason(PSObject row) => TextOf(row, nameof(TccReplicationRow.Reason));

    /// <summary>The result of a sync; the state if there is none, or if there was nothing to do. Tests and targets only have a result.</summary>
    public static string CurrentState(PSObject row) =>
        !IsPartOfRun(row) && TextOf(row, nameof(TccReplicationRow.Status)) is "" or nameof(TccReplicationStatus.Unchanged) ? State(row) : Status(row);

    /// <summary>The steps of a row of a plan; the step that a test or a target belongs to.</summary>
    public static string Action(PSObject row) => row.BaseObject switch
    {
        TccImageTest => nameof(TccReplicationAction.Verify),
        TccImagePublication => nameof(TccReplicationAction.Publish) + After(" ", TargetName(row)),
        _ => TextOf(row, nameof(TccReplicationRow.Action)),
    };

    /// <summary>The reason for the state of a row; its error code where there is none. Of a target, its kind and its name too.</summary>
    public static string ReasonOrError(PSObject row)
    {
        var reason = Reason(row) is { Length: > 0 } text ? text : TextOf(row, nameof(TccReplicationRow.ErrorCode));
        return row.BaseObject is TccImagePublication
            ? TextOf(row, nameof(TccImagePublication.Kind)) + After(" ", TargetName(row)) + After(": ", reason)
            : reason;
    }

    /// <summary>The name of a thing that uses an image, and the detail: <c>web (IsDefault): version 12</c>.</summary>
    public static string NameAndDetail(PSObject row) =>
        Name(row) + Remark(row, nameof(TccImageUsage.IsDefault)) + After(": ", Detail(row));

    /// <summary>The number of instances of a scaling group, and how many it should have: <c>3/4</c>.</summary>
    public static string Instances(PSObject row) =>
        $"{TextOf(row, nameof(TccAutoScalingGroup.InstanceCount))}/{TextOf(row, nameof(TccAutoScalingGroup.DesiredCapacity))}";

    /// <summary>The status of a scaling group, and whether an activity is in progress: <c>NORMAL (InActivity)</c>.</summary>
    public static string StatusAndActivity(PSObject row) => Status(row) + Remark(row, nameof(TccAutoScalingGroup.InActivity));

    /// <summary>The name of the target of a publication.</summary>
    public static string TargetName(PSObject row) => TextOf(row, nameof(TccImagePublication.TargetName));

    /// <summary>The groups of the launch configuration of a publication.</summary>
    public static string AffectedGroup(PSObject row) => TextOf(row, nameof(TccImagePublication.AffectedGroup));

    /// <summary>The name of the target of a publication, and its ID.</summary>
    public static string Target(PSObject row) =>
        string.Join(" ", new[] { TargetName(row), TextOf(row, nameof(TccImagePublication.TargetId)) }.Where(text => text.Length > 0));

    /// <summary>The version that a launch template had before and has now, or the progress of a refresh.</summary>
    public static string Change(PSObject row)
    {
        var (before, now) = (TextOf(row, nameof(TccImagePublication.PreviousVersion)), TextOf(row, nameof(TccImagePublication.Version)));
        if (now.Length > 0)
            return before.Length > 0 ? $"{before} -> {now}" : now;
        return TextOf(row, nameof(TccImagePublication.RefreshProgress)) is { Length: > 0 } percent ? $"{percent}%" : "";
    }

    /// <summary>The status of a publication with the error code or the reason.</summary>
    public static string StatusAndCause(PSObject row)
    {
        var code = TextOf(row, nameof(TccImagePublication.ErrorCode));
        var cause = code.Length > 0 ? code : TextOf(row, nameof(TccImagePublication.Reason));
        return cause.Length > 0 ? $"{Status(row)}: {cause}" : Status(row);
    }

    /// <summary>Returns a text from the service on one line, with escaped control characters.</summary>
    internal static string Text(object? value) => VisibleText.Of(Join(Unwrap(value)));

    private static string TextOf(PSObject row, string property) => Text(row.Properties[property]?.Value);

    private static string Progress(string state, PSObject row) =>
        TextOf(row, nameof(TccImage.SyncPercent)) is { Length: > 0 } percent ? $"{state} {percent}%" : state;

    // The name of a property that is true, by which a script can find the row.
    private static string Remark(PSObject row, string property) =>
        LanguagePrimitives.IsTrue(row.Properties[property]?.Value) ? $" ({property})" : "";

    private static string After(string separator, string text) => text.Length == 0 ? "" : separator + text;

    private static string Join(object? value) => value switch
    {
        null => "",
        string text => text,
        // Tags, or tags that were saved to a file.
        IDictionary pairs => string.Join(
            "; ", pairs.Keys.Cast<object>().OrderBy(key => $"{key}", StringComparer.Ordinal).Select(key => $"{key}={pairs[key]}")),
        IEnumerable items => string.Join("; ", items.Cast<object?>()),
        _ => value.ToString() ?? "",
    };

    private static bool IsPartOfRun(PSObject row) => row.BaseObject is TccImageTest or TccImagePublication;

    // The tests and targets of a run belong to rows of its plan.
    private static PSObject PlanRowOf(PSObject row) => row.BaseObject switch
    {
        TccImageTest { PlanRow: { } plan } => PSObject.AsPSObject(plan),
        TccImagePublication { PlanRow: { } plan } => PSObject.AsPSObject(plan),
        _ => row,
    };

    // An enum that was saved as Clixml is a number with the name beside it, which the PSObject knows.
    private static object? Unwrap(object? value) => value is PSObject { BaseObject: IEnumerable items } ? items : value;
}
