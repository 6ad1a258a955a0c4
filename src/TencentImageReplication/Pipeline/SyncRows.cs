using System.Management.Automation;

namespace TencentImageReplication.Pipeline;

/// <summary>
/// Gives the rows of a run of a plan that also publishes one more type name. The table of this type has columns for rows of all kinds;
/// otherwise PowerShell would show those of the second kind as lists.
/// </summary>
internal static class SyncRows
{
    // The format file names this type.
    private const string TypeName = "TencentImageReplication.TccSyncRow";

    /// <summary>Returns a row with the type name.</summary>
    internal static PSObject Of(object row)
    {
        var shown = PSObject.AsPSObject(row);
        shown.TypeNames.Insert(0, TypeName);
        return shown;
    }
}
