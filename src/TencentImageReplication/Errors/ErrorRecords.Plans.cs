using System.Management.Automation;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Text;

namespace TencentImageReplication.Errors;

/// <summary>Creates the errors of replication plans and of their rows.</summary>
internal static partial class ErrorRecords
{
    /// <summary>The error of a plan file with mistakes: one for all of them.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">The mistakes, each with its place.</param>
    internal static ErrorRecord InvalidPlan(string path, IReadOnlyList<string> problems) => Create(
        new TccArgumentException(Messages.InvalidPlan(path, problems), Messages.InvalidPlanAdvice()), "InvalidPlan", ErrorCategory.InvalidData, path);

    internal static ErrorRecord PlanNotFound(string path, Exception? cause = null) => Create(
        new TccNotFoundException(Messages.PlanNotFound(path), Messages.PlanNotFoundAdvice(), cause), "PlanNotFound", ErrorCategory.ObjectNotFound, path);

    internal static ErrorRecord PlanNotRead(string path, Exception cause) => Create(
        new TccArgumentException(Messages.PlanNotRead(path, cause.Message), null, cause), "PlanNotRead", ErrorCategory.ReadError, path);

    internal static ErrorRecord NotAPlan(object? value) => Create(
        new TccArgumentException(Messages.NotAPlan($"{value}"), Messages.NotAPlanAdvice()), "NotAPlan", ErrorCategory.InvalidArgument, value);

    internal static ErrorRecord PlanFamilyNotFound(string name, IEnumerable<string> families) => Create(
        new TccNotFoundException(Messages.PlanFamilyNotFound(name, Localized.List(families)), Messages.PlanFamilyNotFoundAdvice()),
        "FamilyNotFound", ErrorCategory.ObjectNotFound, name);

    /// <summary>The error of a row of a plan; null for a row without one.</summary>
    internal static ErrorRecord? PlanRowFailed(PlanRow row, TccReplicationRow shown)
    {
        var record = row.Error switch
        {
            CredentialException failure => From(failure),
            { } failure => ForInput(failure, shown) ?? throw Unexpected(failure),
            null when row.Wait is { } wait => WaitEnded(wait, shown),
            _ => null,
        };
        // A rule that is in the way names the copy itself.
        return record is null || row.Error is RuleViolationException
            ? record
            : WithAdvice(record, Messages.PlanRowFailed(shown, record.Exception.Message));
    }

    internal static ErrorRecord JournalNotOpened(string path, Exception cause) => Create(
        new TccArgumentException(Messages.JournalNotOpened(path, cause.Message), null, cause), "JournalNotOpened", ErrorCategory.WriteError, path);

    /// <summary>The error of a row of a plan that belongs to another account than the connection.</summary>
    internal static ErrorRecord RowOfOtherAccount(string account, string accountId, string ownId, object? target) => Create(
        new TccOperationException(Messages.RowOfOtherAccount(account, accountId, ownId), Messages.RowOfOtherAccountAdvice()),
        "RowOfOtherAccount", ErrorCategory.InvalidOperation, target);

    /// <summary>The error of a row of a plan whose account would be taken for one to share with.</summary>
    internal static ErrorRecord RowWithOwner(object? target) => Create(
        new TccArgumentException(Messages.RowWithOwner(), Messages.RowWithOwnerAdvice()), "NoAccountId", ErrorCategory.InvalidArgument, target);
}
