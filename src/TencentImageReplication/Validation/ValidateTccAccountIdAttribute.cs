using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Validation;

/// <summary>Checks that an argument looks like the ID of a root account. Whether there is such a thing, the service knows.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateTccAccountIdAttribute : ValidateTccTextAttribute
{
    private protected override string? Explain(string text) => SharingRules.CheckAccountId(text)?.ToString();
}
