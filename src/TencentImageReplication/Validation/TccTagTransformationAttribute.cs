using System.Collections;
using System.Management.Automation;
using TencentImageReplication.Text;

namespace TencentImageReplication.Validation;

/// <summary>
/// Converts tags in all forms that people write: <c>@{ env = 'prod' }</c>, <c>'env=prod'</c>, several of these, the Tags of an
/// image, and their form in a CSV file (<c>env=prod; team=web</c>). A key without a value gets an empty value.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class TccTagTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly char[] Separators = [';'];

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var tags = new List<KeyValuePair<string, string>>();
        Read(inputData, tags);
        return new TccTagCollection(tags);
    }

    private static void Read(object? input, List<KeyValuePair<string, string>> tags)
    {
        switch (input is PSObject wrapped ? wrapped.BaseObject : input)
        {
            case null:
                break;
            case string text:
                foreach (var part in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
                    tags.Add(ReadPair(part.Trim()));
                break;
            case IDictionary dictionary:
                foreach (DictionaryEntry entry in dictionary)
                    tags.Add(new($"{entry.Key}", $"{entry.Value}"));
                break;
            case IEnumerable items:
                foreach (var item in items)
                    Read(item, tags);
                break;
            case var other:
                throw Invalid($"{other}");
        }
    }

    private static ArgumentTransformationMetadataException Invalid(string text) =>
        new(Messages.Sentences(Messages.InvalidTag(text), Messages.InvalidTagAdvice()));

    private static KeyValuePair<string, string> ReadPair(string text)
    {
        var split = text.IndexOf('=');
        return split switch
        {
            0 => throw Invalid(text),
            < 0 => new(text, ""),
            _ => new(text.Substring(0, split).Trim(), text.Substring(split + 1).Trim()),
        };
    }
}
