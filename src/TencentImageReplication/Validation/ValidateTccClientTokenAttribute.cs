using TencentImageReplication.Text;

namespace TencentImageReplication.Validation;

/// <summary>Checks that an argument has the form of a client token: at most 64 printable ASCII characters without spaces.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateTccClientTokenAttribute : ValidateTccTextAttribute
{
    private const int MaxLength = 64;

    private protected override string? Explain(string text) =>
        text.Length is > 0 and <= MaxLength && text.All(character => character is > ' ' and <= '~') ? null : Messages.InvalidClientToken(text);
}
