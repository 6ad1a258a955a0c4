using System.Globalization;
using System.Management.Automation;
using TencentImageReplication.Objects;
using TencentImageReplication.Text;

namespace TencentImageReplication.Validation;

/// <summary>
/// Converts a cell of a file to the type of a parameter: an empty one to the default, and an invalid one to an error. Without it,
/// PowerShell ignores a piped value that it cannot convert.
/// </summary>
/// <param name="type">The type of the parameter.</param>
/// <param name="empty">The value of an empty cell.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TccValueTransformationAttribute(Type type, object? empty) : ArgumentTransformationAttribute
{
    /// <summary>The type of the parameter.</summary>
    public Type Type { get; } = type;

    /// <summary>The value of an empty cell.</summary>
    public object? Empty { get; } = empty;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var input = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (input is null or "")
            return Empty;
        if (Type.IsEnum)
        {
            return EnumText.TryRead(inputData, Type)
                ?? throw new ArgumentTransformationMetadataException(Messages.InvalidChoice(Written(inputData), EnumText.Words(Type)));
        }

        return LanguagePrimitives.TryConvertTo(inputData, Type, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new ArgumentTransformationMetadataException(Messages.InvalidNumber(Written(inputData)));
    }

    private static string Written(object? value) => $"{LanguagePrimitives.ConvertTo(value, typeof(string), CultureInfo.InvariantCulture)}";
}
