using System.Management.Automation;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Text;

namespace TencentImageReplication.Errors;

/// <summary>Creates the errors of publications.</summary>
internal static partial class ErrorRecords
{
    /// <summary>The error of a row; null for a row without one.</summary>
    internal static ErrorRecord? PublicationFailed(Publication row, TccImagePublication shown) =>
        row.Error is { } failure ? ForInput(failure, shown) ?? throw Unexpected(failure) : null;

    internal static ErrorRecord NoPublicationTarget() => Create(
        new TccArgumentException(Messages.NoPublicationTarget(), Messages.NoPublicationTargetAdvice()), "NoTarget", ErrorCategory.InvalidArgument, null);

    internal static ErrorRecord RefreshWithoutGroup() => Create(
        new TccArgumentException(Messages.RefreshWithoutGroup(), Messages.RefreshWithoutGroupAdvice()), "RefreshWithoutGroup", ErrorCategory.InvalidArgument, null);

    internal static ErrorRecord NoPublication(object? value) => Create(
        new TccArgumentException(Messages.NoPublication($"{value}"), Messages.NoPublicationAdvice()), "NoPublication", ErrorCategory.InvalidArgument, value);

    internal static ErrorRecord PublicationNotRead(object? value, string property, string words) => Create(
        new TccArgumentException(Messages.PublicationNotRead(property, words), Messages.NoPublicationAdvice()),
        "ValueNotRead", ErrorCategory.InvalidData, value);
}
