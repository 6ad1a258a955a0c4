using TencentImageReplication.Core.Plans;
using TencentImageReplication.Errors;
using TencentImageReplication.Objects;

namespace TencentImageReplication.Pipeline;

/// <summary>Creates the rows of a replication plan from those of the engine.</summary>
internal static class ReplicationRows
{
    // The enums have the same numbers.
    internal static TccReplicationRow From(PlanRow row) => new()
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
        ErrorCode = FailureCode.Of(row.Error),
        ErrorMessage = row.Error?.Message,
        RequestId = row.RequestId,
    };
}
