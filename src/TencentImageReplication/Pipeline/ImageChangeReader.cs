using System.Management.Automation;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Editing;

namespace TencentImageReplication.Pipeline;

/// <summary>Reads the changes of an image from the command line or, if that has none, from the properties of a piped object.</summary>
/// <param name="given">The parameters of the command line.</param>
/// <param name="tags">The tags of the command line.</param>
internal sealed class ImageChangeReader(IReadOnlyCollection<string> given, IReadOnlyList<Tag> tags)
{
    /// <returns>The changes, without an image; null if there are none.</returns>
    internal ImageChanges? Read(
        PSObject? input, string? imageName, string? description, string? imageFamily, SwitchParameter deprecated)
    {
        var attributes = new ModifyImageAttributeRequest
        {
            ImageId = "",
            ImageName = Value("ImageName", imageName) is { Length: > 0 } name ? name : null,
            ImageDescription = Value("Description", description),
            ImageFamily = Value("ImageFamily", imageFamily),
            ImageDeprecated = given.Contains("Deprecated") ? deprecated.IsPresent : null,
        };
        return new ImageChanges(attributes, tags) is { IsEmpty: false } changes ? changes : null;

        string? Value(string parameter, string? value)
        {
            if (given.Contains(parameter))
                return value ?? "";
            // A value of a script block, such as -ImageName { $_.ImageName + '-old' }, differs from the property.
            var property = input?.Properties[parameter]?.Value?.ToString() ?? "";
            return string.IsNullOrEmpty(value) || (given.Count > 0 && value == property) ? null : value;
        }
    }
}
