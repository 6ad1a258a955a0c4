using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Files;

/// <summary>Reads the keys that select the source images of a family, one of which must be there.</summary>
internal static class SelectionReader
{
    public const string ImageName = nameof(PlanFamily.ImageName);
    public const string ImageFamily = nameof(PlanFamily.ImageFamily);
    public const string Tag = "Tag";

    private static readonly char[] Wildcards = ['*', '?'];

    /// <returns>The selection; all parts empty when none is valid.</returns>
    public static (string? ImageName, string? ImageFamily, IReadOnlyList<Tag> Tags) Read(PlanTable table, PlanReport report)
    {
        var given = new[] { ImageName, ImageFamily, Tag }.Where(table.Has).ToList();
        if (given.Count != 1)
        {
            var found = Localized.List(given);
            report.Error(table.Line, given.Count == 0
                ? Localized.Text(
                    $"{table.Path} must have one of {ImageName}, {ImageFamily} and {Tag}, which selects the source images.",
                    $"{table.Path} 必须有 {ImageName}、{ImageFamily} 或 {Tag} 其中之一，用于选择源镜像。")
                : Localized.Text(
                    $"{table.Path} must have only one of {ImageName}, {ImageFamily} and {Tag}, not {found}.",
                    $"{table.Path} 只能有 {ImageName}、{ImageFamily} 或 {Tag} 其中之一，而不是 {found}。"));
        }

        var name = table.Text(ImageName);
        if (name is not null && name.Text.IndexOfAny(Wildcards) < 0 && ImageRules.CheckName(name.Text) is { } violation)
            report.Error(name.Line, $"{name.Path}: {violation}");
        return (name?.Text, table.Text(ImageFamily)?.Text, ReadTags(table, report));
    }

    private static IReadOnlyList<Tag> ReadTags(PlanTable table, PlanReport report)
    {
        if (table.Value(Tag) is not { } node || PlanTable.Open(node, table.At(Tag), report) is not { } tags)
            return [];
        if (tags.Members.Count == 0)
            report.Error(node.Line, Localized.Text($"{tags.Path} is empty.", $"{tags.Path} 为空。"));
        return [.. tags.Members
            .Select(member => tags.Text(member.Key) is { } value ? new Tag { Key = member.Key, Value = value.Text } : null)
            .OfType<Tag>()];
    }
}
