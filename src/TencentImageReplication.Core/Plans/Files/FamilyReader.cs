using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Plans.Files;

/// <summary>Reads a family of a plan.</summary>
internal static class FamilyReader
{
    /// <summary>The maximum number of versions in a plan.</summary>
    internal const int MaxVersions = 1000;

    private const string DestinationImageName = nameof(PlanFamily.DestinationImageName);
    private const string AllowCrossBorder = nameof(PlanFamily.AllowCrossBorder);
    private const string Versions = nameof(PlanFamily.Versions);

    private static readonly CarriedAttributes[] Attributes =
    [
        CarriedAttributes.Description, CarriedAttributes.Family, CarriedAttributes.Deprecated, CarriedAttributes.Sharing, CarriedAttributes.Tag,
    ];

    private static readonly string[] Keys =
    [
        nameof(PlanFamily.Name), SelectionReader.ImageName, SelectionReader.ImageFamily, SelectionReader.Tag, TargetReader.Targets, Versions,
        nameof(PlanFamily.CarryOver), DestinationImageName, AllowCrossBorder, nameof(PlanFamily.ShareWith), nameof(PlanFamily.Deprecate),
        nameof(PlanFamily.OnNameTaken), RetentionReader.Retention, nameof(PlanFamily.AdoptUnmarked), nameof(PlanFamily.KeepShared),
        nameof(PlanFamily.KeepIntermediate), VerificationReader.Verify,
    ];

    /// <returns>The family, which is incomplete when a mistake is reported; null when it has no name.</returns>
    public static PlanFamily? Read(PlanNode node, string path, PlanScope scope)
    {
        if (PlanTable.Open(node, path, scope.Report, Keys) is not { } table)
            return null;
        table.Required(nameof(PlanFamily.Name));
        var versions = table.Number(Versions, 1, MaxVersions) ?? 1;
        var crossesBorder = table.Flag(AllowCrossBorder);
        var selection = SelectionReader.Read(table, scope.Report);
        return new PlanFamily
        {
            Name = table.Text(nameof(PlanFamily.Name))?.Text ?? path,
            ImageName = selection.ImageName,
            ImageFamily = selection.ImageFamily,
            Tags = selection.Tags,
            Targets = TargetReader.Read(table, crossesBorder, VerificationReader.Read(table, regions: null, scope), scope),
            Versions = versions,
            CarryOver = ReadCarryOver(table),
            DestinationImageName = ReadName(table, versions, scope.Report),
            AllowCrossBorder = crossesBorder,
            ShareWith = ReadShareWith(table, scope.Report),
            Deprecate = table.Flag(nameof(PlanFamily.Deprecate)),
            OnNameTaken = table.Choice(nameof(PlanFamily.OnNameTaken), NameTaken.Fail, NameTaken.RenameStale) ?? NameTaken.Fail,
            Retention = RetentionReader.Read(table, versions, scope.Report),
            AdoptUnmarked = table.Flag(nameof(PlanFamily.AdoptUnmarked)),
            KeepShared = table.Flag(nameof(PlanFamily.KeepShared)),
            KeepIntermediate = table.Flag(nameof(PlanFamily.KeepIntermediate)),
        };
    }

    private static CarriedAttributes ReadCarryOver(PlanTable table)
    {
        string[] words = [.. Attributes.Select(attribute => attribute.ToString())];
        return table.Texts(nameof(PlanFamily.CarryOver))
            .Select(text => table.Word(text, words) is { } index ? Attributes[index] : CarriedAttributes.None)
            .Aggregate(CarriedAttributes.None, (all, one) => all | one);
    }

    private static string? ReadName(PlanTable table, int versions, PlanReport report)
    {
        if (table.Text(DestinationImageName) is not { } text)
            return null;
        if (ImageRules.CheckName(text.Text) is { } violation)
            report.Error(text.Line, $"{text.Path}: {violation}");
        if (versions > 1)
        {
            report.Error(text.Line, Localized.Text(
                $"{text.Path}: with {Versions} = {versions}, two images of a region would have one name. Omit {DestinationImageName}, or set {Versions} to 1.",
                $"{text.Path}：{Versions} 为 {versions} 时，同一地域会有两个同名镜像。请去掉 {DestinationImageName}，或将 {Versions} 设为 1。"));
        }

        return text.Text;
    }

    private static List<string> ReadShareWith(PlanTable table, PlanReport report)
    {
        var accounts = new List<string>();
        foreach (var text in table.Texts(nameof(PlanFamily.ShareWith)))
        {
            if (SharingRules.CheckAccountId(text.Text) is { } violation)
                report.Error(text.Line, $"{text.Path}: {violation}");
            else if (!accounts.Contains(text.Text))
                accounts.Add(text.Text);
        }

        return accounts;
    }
}
