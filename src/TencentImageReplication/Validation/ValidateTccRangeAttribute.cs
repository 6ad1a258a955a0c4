using System.Management.Automation;
using TencentImageReplication.Text;

namespace TencentImageReplication.Validation;

/// <summary>Checks that a number is in a range, if there is one: an empty cell of a file has none.</summary>
/// <param name="min">The smallest valid number.</param>
/// <param name="max">The largest valid number.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateTccRangeAttribute(int min, int max) : ValidateArgumentsAttribute
{
    /// <summary>The smallest valid number.</summary>
    public int Min { get; } = min;

    /// <summary>The largest valid number.</summary>
    public int Max { get; } = max;

    /// <inheritdoc/>
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is int number && (number < Min || number > Max))
            throw new ValidationMetadataException(Messages.NumberOutOfRange(number, Min, Max));
    }
}
