using System.Management.Automation;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Text;

namespace TencentImageReplication.Errors;

/// <summary>Makes every error record of the module.</summary>
internal static partial class ErrorRecords
{
    /// <summary>A call that failed: the error ID is Tencent's code.</summary>
    internal static ErrorRecord From(TencentCloudException failure, object? target) => Create(
        new TccException(failure), failure.Code, ErrorCategories.Of(failure), target, ErrorAdvice.For(failure));

    /// <summary>A failure that is about one input alone: the next one may do better.</summary>
    /// <returns>Null for any other exception, which ends the command.</returns>
    internal static ErrorRecord? ForInput(Exception exception, object? target) => exception switch
    {
        TencentCloudException failure => From(failure, target),
        RuleViolationException refusal => From(refusal.Violation, target),
        _ => null,
    };

    /// <summary>A rule of the service that an input breaks: the error ID is the rule's.</summary>
    internal static ErrorRecord From(RuleViolation violation, object? target) => Create(
        new ArgumentException(violation.Message), violation.Id, ErrorCategories.Of(violation), target, violation.Advice);

    /// <summary>Credentials that cannot be used; for a role that the service does not lend, the error is the service's.</summary>
    internal static ErrorRecord From(CredentialException failure) => failure.InnerException is TencentCloudException cause
        ? Create(
            new TccException(cause), cause.Code, ErrorCategories.Of(cause), null,
            cause.Kind is TencentCloudErrorKind.Service or TencentCloudErrorKind.Authorization ? Messages.RoleNotAssumedAdvice() : ErrorAdvice.For(cause),
            failure.Message)
        : Create(failure, ClientErrorCodes.CredentialError, ErrorCategory.AuthenticationError, null, Messages.CredentialAdvice());

    /// <summary>No credentials anywhere.</summary>
    internal static ErrorRecord NoCredentials() => Create(
        new CredentialException(Messages.NoCredentials()), ClientErrorCodes.CredentialError, ErrorCategory.AuthenticationError, null,
        Messages.NotConnectedAdvice());

    /// <summary>A setting of a connection that makes no sense.</summary>
    internal static ErrorRecord InvalidSetting(ArgumentException failure) => Create(
        failure, "InvalidConnectionSetting", ErrorCategory.InvalidArgument, null, null);

    internal static ErrorRecord NotConnected() => Create(
        new InvalidOperationException(Messages.NotConnected()), "NotConnected", ErrorCategory.ConnectionError, null,
        Messages.NotConnectedAdvice());

    internal static ErrorRecord NoRegion() => Create(
        new ArgumentException(Messages.NoRegion()), "NoRegion", ErrorCategory.InvalidArgument, null,
        Messages.NoRegionAdvice());

    internal static ErrorRecord ImageNotFound(string imageId, IEnumerable<string> regions) => Create(
        new ItemNotFoundException(Messages.ImageNotFound(imageId, Localized.List(regions))), "ImageNotFound",
        ErrorCategory.ObjectNotFound, imageId, Messages.ImageNotFoundAdvice());

    internal static ErrorRecord InstanceNotFound(string instanceId, IEnumerable<string> regions) => Create(
        new ItemNotFoundException(Messages.InstanceNotFound(instanceId, Localized.List(regions))), "InstanceNotFound",
        ErrorCategory.ObjectNotFound, instanceId, Messages.InstanceNotFoundAdvice());

    /// <summary>A copy that there will not be: one for each row that failed.</summary>
    internal static ErrorRecord CopyFailed(TccImageCopy row, Exception error)
    {
        var record = ForInput(error, row)
            ?? throw new InvalidOperationException("A copy fails by a call or by a rule.", error);
        record.ErrorDetails = new ErrorDetails(Messages.CopyFailed(row, record.ErrorDetails.Message))
        {
            RecommendedAction = record.ErrorDetails.RecommendedAction,
        };
        return record;
    }

    /// <summary>Waiting that did not end with a usable image; null when it did.</summary>
    internal static ErrorRecord? WaitEnded(WaitResult result, object? target)
    {
        var problem = WaitProblem.Of(result);
        return result switch
        {
            { Outcome: ImageWatchOutcome.Ready } => null,
            { Error: TencentCloudException failure } => From(failure, target),
            { Outcome: ImageWatchOutcome.TimedOut } => Create(
                new TimeoutException(problem?.Message), problem!.Id, ErrorCategory.OperationTimeout, target, problem.Advice),
            _ => Create(
                new InvalidOperationException(problem?.Message), problem!.Id, ErrorCategory.InvalidResult, target, problem.Advice),
        };
    }

    internal static ErrorRecord NoImageId(object? target) => Create(
        new ArgumentException(Messages.NoImageId()), "NoImageId", ErrorCategory.InvalidArgument, target, Messages.NoImageIdAdvice());

    internal static ErrorRecord NoDestination(object? target) => Create(
        new ArgumentException(Messages.NoDestination()), "NoDestination", ErrorCategory.InvalidArgument, target,
        Messages.NoDestinationAdvice());

    internal static ErrorRecord NoCopy(string sourceImageId, string? region) => Create(
        new InvalidOperationException(Messages.NoCopy(sourceImageId, region)), "CopyNotUsable",
        ErrorCategory.InvalidOperation, sourceImageId, Messages.CopyNotUsableAdvice());

    internal static ErrorRecord CopyNotUsable(string status, string? imageId, string? region) => Create(
        new InvalidOperationException(Messages.CopyNotUsable(status, imageId, region)), "CopyNotUsable",
        ErrorCategory.InvalidOperation, imageId, Messages.CopyNotUsableAdvice());

    internal static ErrorRecord NoInstanceType() => Create(
        new ArgumentException(Messages.NoInstanceType()), "NoInstanceType", ErrorCategory.InvalidArgument, null,
        Messages.NoInstanceTypeAdvice());

    internal static ErrorRecord VpcNeedsSubnet() => Create(
        new ArgumentException(Messages.VpcNeedsSubnet()), "VpcNeedsSubnet", ErrorCategory.InvalidArgument, null,
        Messages.VpcNeedsSubnetAdvice());

    internal static ErrorRecord TokenUsedTwice(string token, string imageId) => Create(
        new ArgumentException(Messages.TokenUsedTwice(token, imageId)), "ClientTokenUsedTwice", ErrorCategory.InvalidArgument,
        imageId, Messages.TokenUsedTwiceAdvice());

    internal static ErrorRecord LaunchFailed(TccInstance instance, string? reason) => Create(
        new InvalidOperationException(Messages.LaunchFailed(instance, reason)), InstanceStates.LaunchFailed,
        ErrorCategory.InvalidResult, instance, Messages.LaunchFailedAdvice(instance.RequestId));

    internal static ErrorRecord InstanceNotRunning(TccInstance instance, int seconds) => Create(
        new TimeoutException(Messages.InstanceNotRunning(instance, seconds)), "InstanceNotRunning",
        ErrorCategory.OperationTimeout, instance, Messages.InstanceNotRunningAdvice(instance));

    private static ErrorRecord Create(
        Exception exception, string id, ErrorCategory category, object? target, string? advice, string? message = null)
    {
        var text = message ?? exception.Message;
#if !NET
        // Windows PowerShell shows the message alone, so that it says what to do as well. PowerShell 7 shows both.
        if (advice is not null)
            text = Messages.Sentences(text, advice);
#endif
        return new ErrorRecord(exception, id, category, target)
        {
            ErrorDetails = new ErrorDetails(text) { RecommendedAction = advice ?? "" },
        };
    }
}
