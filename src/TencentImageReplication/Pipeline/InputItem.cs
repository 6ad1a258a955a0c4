using System.Collections;
using System.Management.Automation;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Pipeline;

/// <summary>The objects of -InputObject. PowerShell binds the parts of a piped object, but not those of an array that is an argument.</summary>
/// <param name="Value">The object.</param>
/// <param name="ImageIds">The images that it names.</param>
/// <param name="Region">The region that it names.</param>
internal sealed record InputItem(PSObject? Value, string[] ImageIds, string? Region)
{
    /// <summary>The object, if it is a live row of a replication plan.</summary>
    internal TccReplicationRow? PlanRow => Value?.BaseObject as TccReplicationRow;

    /// <summary>True for an empty text, such as the last line of a file of IDs.</summary>
    internal bool IsBlankLine => Value?.BaseObject is "";

    /// <param name="input">The value of -InputObject.</param>
    /// <param name="imageIds">The value of -ImageId, which is that of a piped object.</param>
    /// <param name="region">The value of -Region, which is that of a piped object.</param>
    internal static IEnumerable<InputItem> Of(PSObject? input, string[]? imageIds, string? region) => input?.BaseObject switch
    {
        string text => [new(input, NonEmpty([text]), region)],
        IEnumerable items and not IDictionary => items.Cast<object?>().Select(item => OfElement(item is null ? null : PSObject.AsPSObject(item), region)),
        _ => [new(input, NonEmpty(imageIds), region)],
    };

    /// <summary>Checks an image of the item. The parts of an element of an array were not validated as parameters.</summary>
    internal static RuleViolation? Check(string imageId, string region) => ImageRules.CheckId(imageId) ?? RegionRules.CheckId(region);

    private static InputItem OfElement(PSObject? item, string? region) => item?.BaseObject is string text
        ? new(item, NonEmpty([text]), region)
        : new(item, NonEmpty([TextOf(item, "ImageId")]), TextOf(item, "Region").Trim().ToLowerInvariant() is { Length: > 0 } own ? own : region);

    private static string TextOf(PSObject? item, string property) => item?.Properties[property]?.Value?.ToString() ?? "";

    private static string[] NonEmpty(string[]? texts) => [.. (texts ?? []).Where(text => !string.IsNullOrEmpty(text))];
}
