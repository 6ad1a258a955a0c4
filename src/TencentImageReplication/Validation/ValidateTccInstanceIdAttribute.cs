using TencentImageReplication.Text;

namespace TencentImageReplication.Validation;

/// <summary>Checks that an argument has the form of an instance ID. Only the service knows whether the instance exists.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateTccInstanceIdAttribute : ValidateTccTextAttribute
{
    private const string Prefix = "ins-";

    private protected override string? Explain(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && text.Length > Prefix.Length && text.Skip(Prefix.Length).All(IsAllowed)
            ? null
            : Messages.InvalidInstanceId(text);

    private static bool IsAllowed(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
