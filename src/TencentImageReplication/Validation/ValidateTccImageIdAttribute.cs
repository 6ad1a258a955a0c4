using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Validation;

/// <summary>Checks that an argument looks like an image ID. Whether there is such a thing, the service knows.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateTccImageIdAttribute : ValidateTccTextAttribute
{
    private protected override string? Explain(string text) => ImageRules.CheckId(text)?.ToString();
}
