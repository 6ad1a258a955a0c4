using System.Management.Automation;
using TencentImageReplication.Core.Instances.Deleting;
using TencentImageReplication.Text;

namespace TencentImageReplication.Errors;

/// <summary>Creates the errors of tests of images and of deleting instances.</summary>
internal static partial class ErrorRecords
{
    /// <summary>The error of an instance that could not be deleted.</summary>
    internal static ErrorRecord InstanceFailed(InstanceRef instance, Exception failure) =>
        ForInput(failure, instance.InstanceId) ?? throw Unexpected(failure);

    /// <summary>The error of a region that could not be searched for test instances, or of one that could not be deleted.</summary>
    internal static ErrorRecord TestNotCleared(string region, InstanceRef? instance, Exception failure) =>
        ForInput(failure, instance?.InstanceId ?? region) ?? throw Unexpected(failure);

    internal static ErrorRecord ScriptNotRead(string path, Exception failure) => Create(
        new TccArgumentException(Messages.ScriptNotRead(path, failure.Message), Messages.ScriptNotReadAdvice()),
        "ScriptNotRead", ErrorCategory.ReadError, path);
}
