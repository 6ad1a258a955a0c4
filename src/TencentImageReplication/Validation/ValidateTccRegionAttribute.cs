using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Validation;

/// <summary>Checks that an argument has the form of a region ID. Only the service knows whether the region exists.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateTccRegionAttribute : ValidateTccTextAttribute
{
    private protected override string? Explain(string text) => RegionRules.CheckId(text)?.ToString();
}
