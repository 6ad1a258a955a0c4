using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Copies an image to other regions, or a shared or encrypted one inside its own region.</summary>
internal sealed class SyncImages : IApiAction
{
    private const int MaxNameLength = 60;

    public string Name => nameof(SyncImages);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var parameters = context.Parameters;
        var name = parameters.Text("ImageName");
        if (name.Length > MaxNameLength)
            throw new ServiceException("InvalidParameterValue.LimitExceeded", "ImageName");
        var regions = Regions(parameters.Texts("DestinationRegions"), context.Options);
        var source = Source(parameters.Texts("ImageIds"), context);
        var encrypt = parameters.Flag("Encrypt");
        CheckSource(source, encrypt, context);
        CheckKey(parameters, encrypt);
        foreach (var region in regions)
            CheckDestination(source, region, encrypt, name, context);
        if (parameters.Flag("DryRun"))
            return context.DryRunPassed();

        var copyName = name.Length > 0 ? name : source.ImageName;
        var copies = regions.ConvertAll(region => context.State.Copies.Start(
            source, region, context.AccountId, copyName, encrypt || source.Encrypted, context.Now, context.Options));
        return new JsonObject
        {
            ["ImageSet"] = parameters.Flag("ImageSetRequired")
                ? Json.List(copies, copy => new JsonObject { ["ImageId"] = copy.ImageId, ["Region"] = copy.Region })
                : [],
        };
    }

    private static List<string> Regions(IReadOnlyList<string> given, SimulatedCloudOptions options)
    {
        if (given.Count == 0)
            throw new ServiceException("MissingParameter", "DestinationRegions");
        var regions = new List<string>();
        foreach (var id in given)
        {
            var region = options.FindRegion(id) ?? throw new ServiceException("InvalidRegion.NotFound", id);
            if (region.IsLegacy)
                throw new ServiceException("InvalidRegion.Unavailable", id);
            if (regions.Contains(region.Id))
                throw new ServiceException("InvalidParameterValue.InvalidRegion", id);
            regions.Add(region.Id);
        }
        return regions;
    }

    private static SimulatedImage Source(IReadOnlyList<string> ids, ActionContext context)
    {
        if (ids.Count == 0)
            throw new ServiceException("MissingParameter", "ImageIds");
        if (ids.FirstOrDefault(id => !IdFormat.Fits("img", id)) is { } malformed)
            throw new ServiceException("InvalidImageId.Malformed", malformed);
        if (ids.Count > 1)
            throw new ServiceException("InvalidParameterValue.LimitExceeded", "ImageIds");
        return context.State.Images.Find(ids[0], context.Region, context.AccountId)
            ?? throw new ServiceException("InvalidImageId.NotFound", ids[0]);
    }

    private static void CheckSource(SimulatedImage source, bool encrypt, ActionContext context)
    {
        var type = ImageStore.TypeFor(source, context.AccountId);
        if (type == ImageTypes.Public)
            throw new ServiceException("InvalidParameterValue.InvalidImageId", source.ImageId);
        ImageKindRules.CheckMovable(source);
        if (source.State != ImageStates.Normal)
            throw new ServiceException("InvalidImageId.IncorrectState", source.State);
        if (context.State.Copies.IsSource(source.ImageId, context.AccountId) && context.Options.BusySource != BusySource.Accepted)
        {
            throw new ServiceException(
                context.Options.BusySource == BusySource.FailedOperation ? "FailedOperation.InvalidImageState" : "InvalidParameterValue.InvalidImageState",
                source.ImageId);
        }
        if (source.SizeGB > context.Options.MaximumCopySizeGB)
            throw new ServiceException("InvalidImageId.TooLarge", source.ImageId);
        if (encrypt && (type == ImageTypes.Shared || source.Encrypted))
            throw new ServiceException("UnsupportedOperation.SyncEncryptImageNotSupport", source.ImageId);
        if (source.Encrypted)
            throw new ServiceException("UnsupportedOperation.EncryptedImagesNotSupported", source.ImageId);
    }

    private static void CheckKey(Parameters parameters, bool encrypt)
    {
        var key = parameters.Text("KmsKeyId");
        if (encrypt && key.Length > 0 && !Guid.TryParseExact(key, "D", out _) && !IdFormat.Fits("kms", key))
            throw new ServiceException("InvalidParameter.InvalidKmsKeyId", key);
    }

    private static void CheckDestination(SimulatedImage source, string region, bool encrypt, string givenName, ActionContext context)
    {
        var sameRegionOnly = encrypt || source.AccountId != context.AccountId;
        if (sameRegionOnly != (region == source.Region))
            throw new ServiceException("InvalidParameterValue.InvalidRegion", region);
        CheckBorders(source.Region, region, context);

        var there = context.State.Images.Owned(region, context.AccountId).ToList();
        if (there.Count >= ImageQuota.In(region, context.Options))
            throw new ServiceException("ImageQuotaLimitExceeded", region);
        var name = givenName.Length > 0 ? givenName : source.ImageName;
        // An encrypted copy is in the region of its source, so that it cannot keep the name.
        var namesMatter = context.Options.DuplicateNames == DuplicateNames.Refused
            || (context.Options.DuplicateNames == DuplicateNames.RefusedWhenGiven && givenName.Length > 0);
        if (namesMatter && there.Exists(image => image.ImageName == name && (givenName.Length > 0 || image.ImageId != source.ImageId)))
            throw new ServiceException("InvalidImageName.Duplicate", name);
    }

    private static void CheckBorders(string from, string to, ActionContext context)
    {
        if (from == to)
            return;
        var (source, destination) = (context.Options.FindRegion(from)?.Area, context.Options.FindRegion(to)?.Area);
        var (fromFinance, toFinance) = (source == RegionArea.Finance, destination == RegionArea.Finance);
        if (fromFinance != toFinance || (fromFinance && !context.Options.CopiesBetweenFinanceRegions))
            throw new ServiceException("UnsupportedOperation.Region", to);
        if ((source == RegionArea.Outside) != (destination == RegionArea.Outside) && !context.Account.CrossBorderEnabled)
            throw new ServiceException(context.Options.CrossBorderErrorCode, $"{from} → {to}");
    }
}
