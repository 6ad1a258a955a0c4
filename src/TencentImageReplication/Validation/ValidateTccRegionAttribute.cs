using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Validation;

/// <summary>Checks that an argument looks like a region ID. Whether there is such a thing, the service knows.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateTccRegionAttribute : ValidateTccTextAttribute
{
    private protected override string? Explain(string text) => RegionRules.CheckId(text)?.ToString();
}
