using System.Collections;
using System.Management.Automation;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Text;

namespace TencentImageReplication.Pipeline;

/// <summary>Reads the changes of an image from the command line or, if that has none, from the properties of a piped object.</summary>
/// <param name="given">The parameters of the command line.</param>
/// <param name="tags">The tags of the command line.</param>
internal sealed class ImageChangeReader(IReadOnlyCollection<string> given, IReadOnlyList<Tag> tags)
{
    /// <summary>Returns the changes, without an image; null if there are none.</summary>
    /// <exception cref="FormatException">The property Deprecated is neither True nor False.</exception>
    internal ImageChanges? Read(
        PSObject? input, string? imageName, string? description, string? imageFamily, SwitchParameter deprecated)
    {
        var attributes = new ModifyImageAttributeRequest
        {
            ImageId = "",
            ImageName = Value("ImageName", imageName) is { Length: > 0 } name ? name : null,
            ImageDescription = Value("Description", description),
            ImageFamily = Value("ImageFamily", imageFamily),
            ImageDeprecated = given.Contains("Deprecated") ? deprecated.IsPresent : given.Count == 0 ? DeprecatedOf(input) : null,
        };
        return new ImageChanges(attributes, tags) is { IsEmpty: false } changes ? changes : null;

        string? Value(string parameter, string? value)
        {
            if (given.Contains(parameter))
                return value ?? "";
            // A value of a script block, such as -ImageName { $_.ImageName + '-old' }, differs from the property.
            var property = input?.Properties[parameter]?.Value?.ToString() ?? "";
            if (given.Count > 0)
                return string.IsNullOrEmpty(value) || value == property ? null : value;
            // An element of an array that is an argument binds no parameter.
            return !string.IsNullOrEmpty(value) ? value : property.Length > 0 ? property : null;
        }
    }

    // Not a parameter from the pipeline: PowerShell does not convert a text of a file to a switch.
    private static bool? DeprecatedOf(PSObject? input) =>
        input?.BaseObject is IEnumerable || input?.Properties["Deprecated"]?.Value is not { } value || $"{value}".Trim() is not { Length: > 0 } text ? null
        : bool.TryParse(text, out var isDeprecated) ? isDeprecated
        : throw new FormatException(Messages.InvalidChoice(text, $"{bool.TrueString}, {bool.FalseString}"));
}
