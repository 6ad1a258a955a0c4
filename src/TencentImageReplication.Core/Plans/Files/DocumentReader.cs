using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Plans.Files;

/// <summary>Reads the plan from the value of a file.</summary>
internal static class DocumentReader
{
    /// <summary>The version of plans that this version of the module reads.</summary>
    private const int PlanVersion = 1;

    private const string Version = "PlanVersion";
    private const string Source = "Source";
    private const string Accounts = "Accounts";
    private const string Families = "Families";

    // Editors use this key to find the schema of the file.
    private const string Schema = "$schema";

    /// <returns>The plan, which is incomplete when a mistake is reported; null when nothing can be read.</returns>
    public static ReplicationPlan? Read(PlanNode root, string path, PlanReport report)
    {
        // A plan of another version may have other keys.
        if (IsOfOtherVersion(root, report)
            || PlanTable.Open(root, "", report, Version, Source, Accounts, Families, Schema) is not { } document)
        {
            return null;
        }

        document.Required(Version);
        document.Number(Version, PlanVersion, PlanVersion);
        var accounts = AccountReader.Read(document, Accounts, report);
        var scope = new PlanScope(accounts, report) { Folder = System.IO.Path.GetDirectoryName(path) ?? "" };
        var source = ReadSource(document, scope);
        return new ReplicationPlan(path, source, accounts, ReadFamilies(document, scope with { SourceRegion = source.Region }));
    }

    private static bool IsOfOtherVersion(PlanNode root, PlanReport report)
    {
        var member = root.Members.FirstOrDefault(member => member.Key.Equals(Version, StringComparison.OrdinalIgnoreCase));
        if (member is not { Value: { Kind: PlanNodeKind.Number, Text: var text } } || text == "1" || text == "1.0")
            return false;
        report.Error(member.Value.Line, Localized.Text(
            $"{Version} is {text}. This version of the module reads plans of version {PlanVersion}.",
            $"{Version} 为 {text}。此版本的模块只读取版本为 {PlanVersion} 的计划。"));
        return true;
    }

    private static PlanSource ReadSource(PlanTable document, PlanScope scope)
    {
        if (document.Required(Source) is not { } node || PlanTable.Open(node, Source, scope.Report, "Account", "Region") is not { } table)
            return new PlanSource(null, "");
        table.Required("Region");
        var region = table.Text("Region") is { } text ? scope.Region(text) : null;
        return new PlanSource(scope.Account(table), region ?? "");
    }

    private static List<PlanFamily> ReadFamilies(PlanTable document, PlanScope scope)
    {
        document.Required(Families);
        var families = new List<PlanFamily>();
        foreach (var (node, path) in document.Items(Families))
        {
            if (FamilyReader.Read(node, path, scope) is not { } family)
                continue;
            families.ForEach(other => CheckDifferent(other, family, node.Line, path, scope.Report));
            families.Add(family);
        }

        return families;
    }

    private static void CheckDifferent(PlanFamily other, PlanFamily family, int line, string path, PlanReport report)
    {
        if (other.Name.Equals(family.Name, StringComparison.OrdinalIgnoreCase))
        {
            report.Error(line, Localized.Text(
                $"{path}.Name is '{family.Name}' again. The names of families must be unique.",
                $"{path}.Name 与前面的“{family.Name}”重复。系列的名称必须唯一。"));
        }
        else if (SelectsSame(other, family))
        {
            // Each of the two would take the copies of the other one for its own, in regions where it wants none.
            report.Error(line, Localized.Text(
                $"{path} selects the same images as the family '{other.Name}'. Write all targets of these images in one family.",
                $"{path} 选择的镜像与系列“{other.Name}”相同。请将这些镜像的所有目标写在同一系列中。"));
        }
    }

    private static bool SelectsSame(PlanFamily one, PlanFamily other) =>
        one.ImageName is { } name ? name.Equals(other.ImageName, StringComparison.OrdinalIgnoreCase)
        : one.ImageFamily is { } imageFamily ? imageFamily == other.ImageFamily
        : one.Tags.Count > 0 && one.Tags.Count == other.Tags.Count && !one.Tags.Except(other.Tags).Any();
}
