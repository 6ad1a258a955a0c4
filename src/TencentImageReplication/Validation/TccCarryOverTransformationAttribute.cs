using System.Management.Automation;

namespace TencentImageReplication.Validation;

/// <summary>Converts the empty cell of a row to None.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TccCarryOverTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is null or "" ? TccCarryOver.None : inputData;
}
