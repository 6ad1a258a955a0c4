using System.Management.Automation;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Errors;
using TencentImageReplication.Objects;

namespace TencentImageReplication.Pipeline;

/// <summary>Creates the rows of a replication plan from those of the engine.</summary>
internal static class ReplicationRows
{
    /// <summary>Returns true for a row of a plan, live or read from a file.</summary>
    internal static bool IsRow(PSObject? value) => value?.BaseObject is TccReplicationRow
        || (TextOf(value, nameof(TccReplicationRow.Version)).Length > 0 && AccountOf(value).Length > 0);

    /// <summary>Returns the account of a row in its plan; empty for any other object.</summary>
    internal static string AccountOf(PSObject? value) => TextOf(value, nameof(TccReplicationRow.Account));

    /// <summary>Returns the ID of the account of a row; empty if it has none.</summary>
    internal static string AccountIdOf(PSObject? value) => TextOf(value, nameof(TccReplicationRow.AccountId));

    /// <summary>Creates the row of a row of the engine.</summary>
    // The enums have the same numbers.
    internal static TccReplicationRow From(PlanRow row)
    {
        var problem = row.Wait is { } wait ? WaitProblem.Of(wait) : null;
        return new TccReplicationRow
        {
            Family = row.Family,
            Version = row.Version,
            AccountId = row.AccountId,
            Account = row.Account,
            Region = row.Region,
            State = (TccReplicationState)(int)row.State,
            Action = row.Action == PlanActions.None ? null : (TccReplicationAction)(int)row.Action,
            SourceRegion = row.Source.Region,
            SourceImageId = row.Source.ImageId,
            SourceCreatedTime = row.Source.CreatedTime,
            ImageId = row.ImageId,
            SizeGB = NumberConversion.From(row.SizeGB),
            InUseBy = row.InUseBy,
            Reason = row.Reason,
            Status = row.Status is { } status ? (TccReplicationStatus)(int)status : null,
            RequestedAt = row.RequestedAt,
            CompletedAt = row.CompletedAt,
            Ready = row.IsReady,
            ErrorCode = FailureCode.Of(row.Error ?? row.Wait?.Error) ?? problem?.Id,
            ErrorMessage = (row.Error ?? row.Wait?.Error)?.Message ?? problem?.Message,
            RequestId = row.RequestId,
        };
    }

    private static string TextOf(PSObject? value, string property) => value?.Properties[property]?.Value?.ToString() ?? "";
}
