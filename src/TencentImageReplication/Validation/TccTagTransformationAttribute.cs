using System.Management.Automation;
using TencentImageReplication.Objects;

namespace TencentImageReplication.Validation;

/// <summary>Converts tags in all forms that people write: a hashtable, strings such as <c>env=prod</c>, and the Tags of an image.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class TccTagTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return new TccTagCollection(TagText.Read(inputData));
        }
        catch (FormatException exception)
        {
            throw new ArgumentTransformationMetadataException(exception.Message, exception);
        }
    }
}
