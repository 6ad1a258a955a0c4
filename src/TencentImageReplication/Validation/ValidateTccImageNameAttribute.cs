using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Validation;

/// <summary>Checks that an argument has the form of an image name, at most 60 characters.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateTccImageNameAttribute : ValidateTccTextAttribute
{
    private protected override string? Explain(string text) => ImageRules.CheckName(text)?.ToString();
}
