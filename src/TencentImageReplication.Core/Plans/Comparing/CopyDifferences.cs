using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Images.Provenance;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>The differences between a copy and the plan.</summary>
/// <param name="Changes">The attributes and tags to set.</param>
/// <param name="AccountsToShareWith">The accounts that the copy is not shared with, but should be.</param>
/// <param name="Mark">The mark that the copy should have; null when it has one or must not get one.</param>
internal sealed record CopyDifferences(ImageChanges Changes, IReadOnlyList<string> AccountsToShareWith, SourceMark? Mark)
{
    /// <summary>True when the copy is as the plan wants it.</summary>
    public bool IsEmpty => Changes.IsEmpty && AccountsToShareWith.Count == 0 && Mark is null;

    /// <summary>Compares a copy with the plan.</summary>
    /// <param name="cell">The version and its copy.</param>
    /// <param name="copy">The copy.</param>
    /// <param name="wantedShares">The accounts that the plan shares the copy with.</param>
    /// <param name="shares">The accounts that the copy is shared with; null when they were not read.</param>
    public static CopyDifferences Of(PlanCell cell, Image copy, IReadOnlyList<string> wantedShares, IReadOnlyList<string>? shares) => new(
        ImageEditor.Differing(Wanted(cell, copy.ImageId), copy),
        shares is null ? [] : [.. wantedShares.Except(shares)],
        cell is { IsWanted: true, Finding.Kind: CopyFindingKind.LooksAlike, Family.AdoptUnmarked: true, Version.Image: { } source }
            ? SourceMark.For(source, cell.Version.Source.Region)
            : null);

    /// <summary>Checks that the plan shares the copies of a cell with anybody.</summary>
    public static bool SharesCopies(PlanCell cell) =>
        cell.IsWanted && (cell.Family.ShareWith.Count > 0 || cell.Family.CarryOver.HasFlag(CarriedAttributes.Sharing));

    /// <summary>Returns the names of what differs, for the reason of a row.</summary>
    public string Describe()
    {
        var names = new List<string>();
        Add(Changes.Attributes.ImageDescription is not null, Localized.Text("description", "描述"));
        Add(Changes.Attributes.ImageFamily is not null, Localized.Text("image family", "镜像族"));
        Add(Changes.Attributes.ImageDeprecated is not null, Localized.Text("deprecated flag", "废弃标记"));
        Add(Changes.Tags.Count > 0, Localized.Text("tags", "标签"));
        Add(AccountsToShareWith.Count > 0, Localized.Text("sharing", "共享"));
        Add(Mark is not null, Localized.Text("mark of the source", "来源标记"));
        return Localized.List(names);

        void Add(bool differs, string name)
        {
            if (differs)
                names.Add(name);
        }
    }

    private static ImageChanges Wanted(PlanCell cell, string imageId)
    {
        var (family, source) = (cell.Family, cell.IsWanted ? cell.Version.Image : null);
        bool? deprecated = family.Deprecate ? cell.Position >= family.Versions
            : Carries(CarriedAttributes.Deprecated) ? source!.ImageDeprecated ?? false
            : null;
        return new ImageChanges(
            new ModifyImageAttributeRequest
            {
                ImageId = imageId,
                ImageDescription = Carries(CarriedAttributes.Description) ? source!.ImageDescription ?? "" : null,
                ImageFamily = Carries(CarriedAttributes.Family) ? source!.ImageFamily ?? "" : null,
                ImageDeprecated = deprecated,
            },
            Carries(CarriedAttributes.Tag) ? ModuleTags.OfUsers(source!) : []);

        // A copy of an earlier version stays as it is, except that it becomes deprecated.
        bool Carries(CarriedAttributes attribute) => source is not null && family.CarryOver.HasFlag(attribute);
    }
}
