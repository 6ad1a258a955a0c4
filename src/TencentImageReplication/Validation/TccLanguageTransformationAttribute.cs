using System.Management.Automation;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Validation;

/// <summary>Converts an empty cell of a file to the language of the session.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TccLanguageTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is null or "" ? Localized.ServiceLanguage : inputData;
}
