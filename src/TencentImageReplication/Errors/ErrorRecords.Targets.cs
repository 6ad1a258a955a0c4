using System.Management.Automation;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Text;

namespace TencentImageReplication.Errors;

/// <summary>Creates the errors of launch templates and scaling groups.</summary>
internal static partial class ErrorRecords
{
    internal static ErrorRecord LaunchTemplateNotFound(string id, IEnumerable<string> regions) => Create(
        new TccNotFoundException(Messages.LaunchTemplateNotFound(id, Localized.List(regions)), Messages.LaunchTemplateNotFoundAdvice()),
        "LaunchTemplateNotFound", ErrorCategory.ObjectNotFound, id);

    internal static ErrorRecord LaunchTemplateNameNotFound(string name, IEnumerable<string> regions) => Create(
        new TccNotFoundException(Messages.LaunchTemplateNameNotFound(name, Localized.List(regions)), Messages.NameNotFoundAdvice()),
        "LaunchTemplateNotFound", ErrorCategory.ObjectNotFound, name);

    internal static ErrorRecord AutoScalingGroupNotFound(string id, IEnumerable<string> regions) => Create(
        new TccNotFoundException(Messages.AutoScalingGroupNotFound(id, Localized.List(regions)), Messages.AutoScalingGroupNotFoundAdvice()),
        "AutoScalingGroupNotFound", ErrorCategory.ObjectNotFound, id);

    internal static ErrorRecord AutoScalingGroupNameNotFound(string name, IEnumerable<string> regions) => Create(
        new TccNotFoundException(Messages.AutoScalingGroupNameNotFound(name, Localized.List(regions)), Messages.NameNotFoundAdvice()),
        "AutoScalingGroupNotFound", ErrorCategory.ObjectNotFound, name);
}
