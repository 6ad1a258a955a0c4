using System.Management.Automation;
using TencentImageReplication.Text;

namespace TencentImageReplication.Validation;

/// <summary>Explains why a value is not a connection: it is missing, or it comes from another process and has lost its credentials.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TccContextTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            TccContext context => context,
            null or "" => throw new ArgumentTransformationMetadataException(Messages.NoContext()),
            _ => throw new ArgumentTransformationMetadataException(Messages.InvalidContext()),
        };
}
