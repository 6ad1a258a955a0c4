using System.Management.Automation;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Completion;

/// <summary>Suggests names for parameters that take wildcards.</summary>
internal static class NameSuggestions
{
    /// <summary>
    /// Returns the pattern that finds a name. A hidden character on the command line may have an effect; a wildcard finds the name too.
    /// </summary>
    internal static string Pattern(string name) =>
        new([.. WildcardPattern.Escape(name).Select(c => VisibleText.IsHidden(c) ? '?' : c)]);
}
