using System.Management.Automation;
using TencentImageReplication.Text;

namespace TencentImageReplication.Validation;

/// <summary>Checks that a duration, if there is one, is zero to one day.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateTccDurationAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is null)
            return;
        if (arguments is not TimeSpan duration || duration < TimeSpan.Zero || duration > TimeSpan.FromDays(1))
            throw new ValidationMetadataException(Messages.DurationOutOfRange());
    }
}
