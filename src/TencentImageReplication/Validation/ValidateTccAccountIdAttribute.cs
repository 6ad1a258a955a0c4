using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Validation;

/// <summary>Checks that an argument has the form of a root account's ID. Only the service knows whether the account exists.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateTccAccountIdAttribute : ValidateTccTextAttribute
{
    private protected override string? Explain(string text) => SharingRules.CheckAccountId(text)?.ToString();
}
