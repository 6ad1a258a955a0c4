using System.Collections;
using System.Management.Automation;
using TencentImageReplication.Text;

namespace TencentImageReplication.Validation;

/// <summary>
/// Reads IDs from texts and from objects whose text is an ID. Any other piped object is not taken for an ID, so that PowerShell binds it by
/// the names of its properties.
/// </summary>
/// <param name="prefix">The prefix of the IDs.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class TccIdTransformationAttribute(string prefix) : ArgumentTransformationAttribute
{
    /// <summary>The prefix of the IDs.</summary>
    public string Prefix { get; } = prefix;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Unwrap(inputData) switch
    {
        null => null,
        string text => text,
        IEnumerable items and not IDictionary => items.Cast<object?>().Select(Read).ToArray(),
        _ => Read(inputData),
    };

    private string Read(object? item)
    {
        if (Unwrap(item) is null or string)
            return (string?)Unwrap(item) ?? "";
        var text = LanguagePrimitives.ConvertTo<string>(item) ?? "";
        // PowerShell ignores this cause when it binds a piped object, and tries the properties.
        return text.Length == 0 || text.StartsWith(Prefix, StringComparison.Ordinal)
            ? text
            : throw new ArgumentTransformationMetadataException(Messages.NoId(text, Prefix), new PSInvalidCastException());
    }

    private static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
