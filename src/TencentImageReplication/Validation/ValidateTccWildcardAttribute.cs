using System.Management.Automation;
using TencentImageReplication.Text;

namespace TencentImageReplication.Validation;

/// <summary>Checks that an argument is a valid wildcard pattern. PowerShell itself notices an invalid one only when it compares something with it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateTccWildcardAttribute : ValidateTccTextAttribute
{
    private protected override string? Explain(string text)
    {
        try
        {
            WildcardPattern.Get(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant).IsMatch("a");
            return null;
        }
        catch (WildcardPatternException)
        {
            return Messages.InvalidPattern(text);
        }
    }
}
