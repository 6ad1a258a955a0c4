using System.Text.RegularExpressions;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Rules;

/// <summary>Rules for region IDs, and for copying custom images between regions.</summary>
/// <remarks>Source: the SyncImages API page and the image replication page of the CVM documentation.</remarks>
public static class RegionRules
{
    /// <summary>The ID of the violation by a copy across the border of the Chinese mainland.</summary>
    internal const string CrossBorderNotEnabled = "CrossBorderNotEnabled";

    // Two letters of the continent, then one to three words: ap-guangzhou, na-siliconvalley, ap-shanghai-fsi, ap-xian-ec.
    private static readonly Regex IdShape = new(@"^[a-z]{2}(-[a-z0-9]+){1,3}\z", RegexOptions.CultureInvariant);

    /// <summary>Checks the format of a region ID. An unknown ID passes: the service decides.</summary>
    public static RuleViolation? CheckId(string regionId) =>
        IdShape.IsMatch(regionId)
            ? null
            : new RuleViolation(
                "InvalidRegionId",
                Localized.Text($"'{regionId}' is not a region ID.", $"“{regionId}”不是有效的地域 ID。"),
                Localized.Text(
                    "Region IDs look like ap-guangzhou; Get-TccRegion lists them.",
                    "地域 ID 形如 ap-guangzhou，可以用 Get-TccRegion 列出。"));

    /// <summary>Checks whether this version knows the region. An unknown region leads to a warning.</summary>
    public static bool IsKnown(string regionId) => RegionCatalog.Find(regionId) is not null;

    /// <summary>Checks that a custom image may be copied from one region to another.</summary>
    /// <param name="source">The region of the image.</param>
    /// <param name="destination">The destination region.</param>
    /// <param name="allowCrossBorder">True when Tencent Cloud has enabled copying across the border of the Chinese mainland for the account.</param>
    public static RuleViolation? CheckDestination(string source, string destination, bool allowCrossBorder)
    {
        if (IsSame(source, destination))
        {
            return new RuleViolation(
                "DestinationIsSource",
                Localized.Text(
                    $"A custom image cannot be copied inside its own region, '{source}'.",
                    $"自定义镜像不支持同地域复制：“{source}”是镜像所在的地域。"),
                Localized.Text(
                    "Remove the source region from -DestinationRegion. To copy a shared image to a custom image in its region, use Copy-TccSharedImage.",
                    "请从 -DestinationRegion 中去掉源地域。如需在同地域将共享镜像复制为自定义镜像，请用 Copy-TccSharedImage。"));
        }

        // The service decides about unknown regions.
        if (RegionCatalog.Find(source) is not { } from || RegionCatalog.Find(destination) is not { } to)
            return null;

        if (from.Area == RegionArea.ChineseMainlandFinance != (to.Area == RegionArea.ChineseMainlandFinance))
        {
            var finance = from.Area == RegionArea.ChineseMainlandFinance ? from : to;
            return new RuleViolation(
                "FinanceRegionIsolated",
                Localized.Text(
                    $"'{finance.Id}' is a finance region. Images cannot be copied between finance regions and other regions: '{source}' to '{destination}'.",
                    $"“{finance.Id}”是金融专区，金融专区与非金融专区之间不能复制镜像：无法从“{source}”复制到“{destination}”。"),
                Localized.Text(
                    "Specify a destination of the same kind. Get-TccRegion -DestinationFor lists them.",
                    "请选择同类的目标地域，可以用 Get-TccRegion -DestinationFor 列出。"));
        }

        if (!allowCrossBorder && IsOnMainland(from) != IsOnMainland(to))
        {
            return new RuleViolation(
                CrossBorderNotEnabled,
                Localized.Text(
                    $"Copying from '{source}' to '{destination}' crosses the border of the Chinese mainland. Tencent Cloud must enable this for the account first.",
                    $"从“{source}”复制到“{destination}”属于中国内地与其他国家和地区之间的跨境复制，需先为账号开通。"),
                Localized.Text(
                    "Contact Tencent Cloud after-sales support to enable it, then use -AllowCrossBorder.",
                    "请联系腾讯云售后开通，然后使用 -AllowCrossBorder。"));
        }

        return null;
    }

    /// <summary>Checks the destination of an encrypted copy, which must be the region of its source.</summary>
    /// <param name="source">The region of the image.</param>
    /// <param name="destination">The requested region.</param>
    public static RuleViolation? CheckEncryptedDestination(string source, string destination) =>
        IsSame(source, destination)
            ? null
            : new RuleViolation(
                "EncryptedCopyStaysInRegion",
                Localized.Text(
                    $"An encrypted copy can only be created in the region of the image, '{source}', and not in '{destination}'.",
                    $"加密副本只支持同地域复制：镜像在“{source}”，不能复制到“{destination}”。"),
                Localized.Text(
                    $"Omit -DestinationRegion. To get an encrypted image in '{destination}', copy the image there first without -Encrypt, then encrypt that copy there.",
                    $"请不要指定 -DestinationRegion。如需在“{destination}”使用加密镜像，请先不使用 -Encrypt 将镜像复制到该地域，再在该地域将副本复制为加密镜像。"));

    /// <summary>Checks whether two region IDs name the same region.</summary>
    public static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsOnMainland(CloudRegion region) => region.Area != RegionArea.Outside;
}
