using System.Management.Automation;

namespace TencentImageReplication.Validation;

/// <summary>Takes the empty cell of a row for nothing to carry over.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TccCarryOverTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is null or "" ? TccCarryOver.None : inputData;
}
