using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Validation;

/// <summary>Checks that an argument has the form of an image ID. Only the service knows whether the image exists.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateTccImageIdAttribute : ValidateTccTextAttribute
{
    private protected override string? Explain(string text) => ImageRules.CheckId(text)?.ToString();
}
