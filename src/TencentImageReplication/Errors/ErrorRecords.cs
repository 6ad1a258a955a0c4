using System.Management.Automation;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Simulator.Scenarios;
using TencentImageReplication.Text;

namespace TencentImageReplication.Errors;

/// <summary>Creates all error records of the module.</summary>
internal static partial class ErrorRecords
{
    /// <summary>The error of a failed request: the error ID is Tencent's code.</summary>
    internal static ErrorRecord From(TencentCloudException failure, object? target, string? moreAdvice = null) => Create(
        new TccException(failure, Joined(ErrorAdvice.For(failure), moreAdvice)), failure.Code, ErrorCategories.Of(failure), target);

    /// <summary>The error of one input. The next input may succeed.</summary>
    /// <returns>Null for any other exception, which must end the command.</returns>
    internal static ErrorRecord? ForInput(Exception exception, object? target, string? moreAdvice = null) => exception switch
    {
        TencentCloudException failure => From(failure, target, moreAdvice),
        RuleViolationException refusal => From(refusal.Violation, target, moreAdvice),
        _ => null,
    };

    /// <summary>The error of an input that breaks a rule of the service: the error ID is the ID of the rule.</summary>
    internal static ErrorRecord From(RuleViolation violation, object? target, string? moreAdvice = null) => Create(
        new TccArgumentException(violation.Message, Joined(violation.Advice, moreAdvice)), violation.Id, ErrorCategories.Of(violation), target);

    /// <summary>The error of unusable credentials. For a role that cannot be assumed, it has the code of the service.</summary>
    internal static ErrorRecord From(CredentialException failure) => failure.InnerException is TencentCloudException cause
        ? Create(
            new TccException(cause, RoleAdvice(cause)), cause.Code, ErrorCategories.Of(cause), null, failure.Message)
        : Create(
            new TccCredentialException(failure.Message, Messages.CredentialAdvice(), failure), ClientErrorCodes.CredentialError,
            ErrorCategory.AuthenticationError, null);

    /// <summary>The error of missing credentials.</summary>
    internal static ErrorRecord NoCredentials() => Create(
        new TccCredentialException(Messages.NoCredentials(), Messages.NotConnectedAdvice()), ClientErrorCodes.CredentialError,
        ErrorCategory.AuthenticationError, null);

    /// <summary>The error of an invalid setting of a connection.</summary>
    internal static ErrorRecord InvalidSetting(ArgumentException failure) => Create(
        new TccArgumentException(failure.Message, null, failure), "InvalidConnectionSetting", ErrorCategory.InvalidArgument, null);

    /// <summary>The error of a scenario that cannot be read, has mistakes or has no such account; null for any other exception.</summary>
    internal static ErrorRecord? OfScenario(Exception failure, string? scenario) => failure switch
    {
        ScenarioException => Create(
            new TccArgumentException(failure.Message, Messages.InvalidScenarioAdvice(), failure), "InvalidScenario", ErrorCategory.InvalidData, scenario),
        FileNotFoundException => Create(
            new TccArgumentException(failure.Message, null, failure), "ScenarioNotFound", ErrorCategory.ObjectNotFound, scenario),
        IOException or UnauthorizedAccessException => Create(
            new TccArgumentException(failure.Message, null, failure), "ScenarioNotRead", ErrorCategory.ReadError, scenario),
        ArgumentException invalid => InvalidSetting(invalid),
        _ => null,
    };

    internal static ErrorRecord NotConnected() => Create(
        new TccOperationException(Messages.NotConnected(), Messages.NotConnectedAdvice()),
        "NotConnected", ErrorCategory.ConnectionError, null);

    /// <summary>The error of a command without a connection in a process in which a runspace has connected: it must not use another account.</summary>
    /// <param name="wasConnected">True if this runspace itself has connected, with another version of the module.</param>
    internal static ErrorRecord NotConnectedHere(bool wasConnected) => Create(
        new TccOperationException(
            wasConnected ? Messages.ConnectedByOtherVersion() : Messages.ConnectedElsewhere(), Messages.NotConnectedHereAdvice()),
        "NotConnected", ErrorCategory.ConnectionError, null);

    internal static ErrorRecord NoRegion() => Create(
        new TccArgumentException(Messages.NoRegion(), Messages.NoRegionAdvice()), "NoRegion", ErrorCategory.InvalidArgument, null);

    internal static ErrorRecord ImageNotFound(string imageId, IEnumerable<string> regions) => Create(
        new TccNotFoundException(Messages.ImageNotFound(imageId, Localized.List(regions)), Messages.ImageNotFoundAdvice()),
        "ImageNotFound", ErrorCategory.ObjectNotFound, imageId);

    internal static ErrorRecord InstanceNotFound(string instanceId, IEnumerable<string> regions) => Create(
        new TccNotFoundException(Messages.InstanceNotFound(instanceId, Localized.List(regions)), Messages.InstanceNotFoundAdvice()),
        "InstanceNotFound", ErrorCategory.ObjectNotFound, instanceId);

    internal static ErrorRecord ImageNameNotFound(string name, IEnumerable<string> regions) => Create(
        new TccNotFoundException(Messages.ImageNameNotFound(name, Localized.List(regions)), Messages.NameNotFoundAdvice()),
        "ImageNotFound", ErrorCategory.ObjectNotFound, name);

    internal static ErrorRecord InstanceNameNotFound(string name, IEnumerable<string> regions) => Create(
        new TccNotFoundException(Messages.InstanceNameNotFound(name, Localized.List(regions)), Messages.NameNotFoundAdvice()),
        "InstanceNotFound", ErrorCategory.ObjectNotFound, name);

    internal static ErrorRecord RegionNotFound(string name) => Create(
        new TccNotFoundException(Messages.RegionNotFound(name), Messages.RegionNotFoundAdvice()), "RegionNotFound", ErrorCategory.ObjectNotFound, name);

    /// <summary>The error of a filter without a value, which could be taken for no filter.</summary>
    internal static ErrorRecord EmptyFilter(string parameter) => Create(
        new TccArgumentException(Messages.EmptyFilter(parameter), Messages.EmptyFilterAdvice(parameter)),
        "EmptyFilter", ErrorCategory.InvalidArgument, parameter);

    /// <summary>The error of a failed row.</summary>
    internal static ErrorRecord CopyFailed(TccImageCopy row, Exception error)
    {
        var record = error is TencentCloudException failure
            ? Create(new TccException(failure, AdviceFor(failure, row)), failure.Code, ErrorCategories.Of(failure), row)
            : ForInput(error, row) ?? throw new InvalidOperationException("A copy fails by a call or by a rule.", error);
        return WithAdvice(record, Messages.CopyFailed(row, record.Exception.Message));
    }

    private static string AdviceFor(TencentCloudException failure, TccImageCopy row) =>
        row.StaleImageId is { } stale && failure.Code == "InvalidImageName.Duplicate"
            ? Messages.StaleNameTakenAdvice(stale, row.Region)
            : ErrorAdvice.For(failure, row.Region);

    /// <summary>The error of waiting that did not end with a usable image; null if it did.</summary>
    internal static ErrorRecord? WaitEnded(WaitResult result, object? target)
    {
        var problem = WaitProblem.Of(result);
        return result switch
        {
            { Outcome: WaitOutcome.Ready } => null,
            { Error: TencentCloudException failure } => From(
                failure, target, Messages.WaitResumeAdvice(result.Target.ImageId, result.Target.Region)),
            { Outcome: WaitOutcome.TimedOut } => Create(
                new TccTimeoutException(problem!.Message, problem.Advice), problem.Id, ErrorCategory.OperationTimeout, target),
            _ => Create(
                new TccOperationException(problem!.Message, problem.Advice), problem.Id, ErrorCategory.InvalidResult, target),
        };
    }

    /// <summary>A time of a saved row that cannot be read, or can be read as two. The row continues without it.</summary>
    internal static ErrorRecord RowTimeNotRead(TccImageCopy row, string property, string reason) => Create(
        new TccArgumentException(Messages.RowTimeNotRead(row, property, reason), TimeMessages.Advice()),
        "TimeNotRead", ErrorCategory.InvalidData, row);

    /// <summary>A word of a saved row that is none of the valid ones. The row continues without it.</summary>
    internal static ErrorRecord RowWordNotRead(TccImageCopy row, string property, string text, string words) => Create(
        new TccArgumentException(Messages.RowTimeNotRead(row, property, Messages.InvalidChoice(text, words)), Messages.RowWordAdvice()),
        "ValueNotRead", ErrorCategory.InvalidData, row);

    internal static ErrorRecord NoImageId(object? target) => Create(
        new TccArgumentException(Messages.NoImageId(), Messages.NoImageIdAdvice()), "NoImageId", ErrorCategory.InvalidArgument, target);

    internal static ErrorRecord NoDestination(object? target) => Create(
        new TccArgumentException(Messages.NoDestination(), Messages.NoDestinationAdvice()),
        "NoDestination", ErrorCategory.InvalidArgument, target);

    internal static ErrorRecord NoCopy(string sourceImageId, string? region) => Create(
        new TccOperationException(Messages.NoCopy(sourceImageId, region), Messages.CopyNotUsableAdvice()),
        "CopyNotUsable", ErrorCategory.InvalidOperation, sourceImageId);

    internal static ErrorRecord CopyNotUsable(string status, string? imageId, string? region) => Create(
        new TccOperationException(Messages.CopyNotUsable(status, imageId, region), Messages.CopyNotUsableAdvice()),
        "CopyNotUsable", ErrorCategory.InvalidOperation, imageId);

    /// <summary>The error of a launch that the service or a rule refuses.</summary>
    internal static ErrorRecord LaunchRefused(LaunchRequest request, Exception failure) =>
        ForInput(failure, request.ImageId) ?? throw Unexpected(failure);

    /// <summary>The error of an instance that failed to launch or is not running in time; null for others.</summary>
    /// <param name="row">The row of the instance.</param>
    /// <param name="instance">The instance; null if it is not visible.</param>
    /// <param name="seconds">The maximum wait; null without a wait.</param>
    internal static ErrorRecord? LaunchEnded(TccInstance row, Instance? instance, int? seconds) => row.State switch
    {
        InstanceStates.LaunchFailed => Create(
            new TccOperationException(
                Messages.LaunchFailed(row, instance?.LatestOperationErrorMsg), Messages.LaunchFailedAdvice(row.RequestId)),
            InstanceStates.LaunchFailed, ErrorCategory.InvalidResult, row),
        not InstanceStates.Running when seconds is { } limit => Create(
            new TccTimeoutException(Messages.InstanceNotRunning(row, limit), Messages.InstanceNotRunningAdvice(row)),
            "InstanceNotRunning", ErrorCategory.OperationTimeout, row),
        _ => null,
    };

    private static ErrorRecord Create<T>(T exception, string id, ErrorCategory category, object? target, string? message = null)
        where T : Exception, IAdvisedException => WithAdvice(new ErrorRecord(exception, id, category, target), message ?? exception.Message);

    // Every view of every shell shows the message of the details, and only some show its RecommendedAction. So the advice is
    // part of the message, and nowhere else: a view that shows both would show it twice.
    private static ErrorRecord WithAdvice(ErrorRecord record, string message)
    {
        var advice = ((IAdvisedException)record.Exception).RecommendedAction;
        record.ErrorDetails = new ErrorDetails(advice is null ? message : Messages.WithAdvice(message, advice));
        return record;
    }

    private static string RoleAdvice(TencentCloudException refusal) =>
        refusal.Kind is TencentCloudErrorKind.Service or TencentCloudErrorKind.Authorization
            ? Messages.RoleNotAssumedAdvice()
            : ErrorAdvice.For(refusal);

    private static string Joined(string advice, string? more) => more is null ? advice : Messages.Sentences(advice, more);
}
