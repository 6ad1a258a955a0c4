using System.Management.Automation;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Validation;

/// <summary>Reads region IDs as people write them: in any case, with blanks around them, and several in one text for a list.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class TccRegionTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly char[] Separators = [',', ';', '，', '；', '、'];

    /// <summary>Reads a list from one text, such as a cell of a file: <c>ap-shanghai, ap-beijing</c>.</summary>
    public bool List { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Unwrap(inputData) switch
    {
        string text => Read(text),
        object?[] items => items.SelectMany(item => Unwrap(item) is string text ? (IEnumerable<object?>)Texts(text) : [item]).ToArray(),
        _ => inputData,
    };

    private object Read(string text) => Texts(text) is [var one] ? one : Texts(text);

    private string[] Texts(string text)
    {
        var texts = List ? text.Split(Separators, StringSplitOptions.RemoveEmptyEntries) : [text];
        var regions = texts.Select(Normalized).Where(region => region.Length > 0).ToArray();
        return regions.Length > 0 ? regions : [""];
    }

    // A text that is no region ID either way stays as it was written, for the error.
    private static string Normalized(string text) =>
        text.Trim() is var region && RegionRules.CheckId(region.ToLowerInvariant()) is null ? region.ToLowerInvariant() : region;

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
