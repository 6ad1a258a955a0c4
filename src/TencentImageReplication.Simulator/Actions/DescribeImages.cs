using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists the images that an account sees in a region.</summary>
internal sealed class DescribeImages : IApiAction
{
    private const int MaximumIds = 100;
    private const int MaxValues = 5;
    private const int MaxTagKeyLength = 127;
    private static readonly string[] FilterNames =
        ["image-id", "image-type", "image-name", "platform", "tag-key", "tag-value", "dedicated-cluster-id", "cdc-cache-status"];

    public string Name => nameof(DescribeImages);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var ids = context.Parameters.Texts("ImageIds");
        var filters = Filter.Read(context.Parameters, FilterNames, tags: true, MaxValues);
        if (ids.Count > 0 && filters.Count > 0)
            throw new ServiceException("InvalidParameter.InvalidParameterCoexistImageIdsFilters");
        var page = Page.Read(context.Parameters, "InvalidParameterValue.InvalidParameterValueLimit");
        CheckValues(ids, filters);
        CheckTagFilters(filters, context);

        var images = context.State.Images.Visible(context.Region, context.AccountId)
            .Where(image => ids.Count == 0 || ids.Contains(image.ImageId))
            .Where(image => filters.All(filter => Passes(image, filter, context)))
            .Where(RunsOn(context.Parameters.Text("InstanceType"), context))
            .OrderByDescending(image => image.CreatedTime).ThenBy(image => image.ImageId, StringComparer.Ordinal)
            .ToList();
        images.RemoveAll(image => context.State.Copies.Of(image.ImageId)?.HidesFromPoll(context.Now) == true);
        if (context.Options.UnknownImageIdIsError && ids.FirstOrDefault(id => !images.Exists(image => image.ImageId == id)) is { } unknown)
            throw new ServiceException("InvalidImageId.NotFound", unknown);
        var response = new JsonObject
        {
            ["ImageSet"] = Json.List(page.Of(images), image => Write(image, context)),
            ["TotalCount"] = images.Count,
        };
        if (!page.IsLast(images.Count))
            context.State.Drift.Apply(context.State, page.Of(images), context.Region, context.AccountId, context.Now);
        return response;
    }

    private static void CheckValues(IReadOnlyList<string> ids, IReadOnlyList<Filter> filters)
    {
        if (ids.Count > MaximumIds)
            throw new ServiceException("InvalidParameterValue.LimitExceeded", "ImageIds");
        var asked = ids.Concat(filters.Where(filter => filter.Name == "image-id").SelectMany(filter => filter.Values));
        if (asked.FirstOrDefault(id => !IdFormat.Fits("img", id)) is { } malformed)
            throw new ServiceException("InvalidImageId.Malformed", malformed);
        var types = filters.Where(filter => filter.Name == "image-type").SelectMany(filter => filter.Values);
        if (types.FirstOrDefault(type => type is not (ImageTypes.Private or ImageTypes.Shared or ImageTypes.Public)) is { } noType)
            throw new ServiceException("InvalidFilter", noType);
    }

    private static void CheckTagFilters(IReadOnlyList<Filter> filters, ActionContext context)
    {
        var keys = filters.Select(filter => filter.TagKey).OfType<string>().ToList();
        if (keys.Find(key => key.Length > MaxTagKeyLength || TagKeyRules.IsIllegal(key)) is { } illegal)
            throw new ServiceException("FailedOperation.IllegalTagKey", illegal);
        UnknownTagKeys.Check(keys.Concat(filters.Where(filter => filter.Name == "tag-key").SelectMany(filter => filter.Values)), context);
        // The state of a cache on a dedicated cluster, which no simulated account has.
        if (filters.Any(filter => filter.Name == "cdc-cache-status") && !filters.Any(filter => filter.Name == "dedicated-cluster-id"))
            throw new ServiceException("UnsupportedOperation", "cdc-cache-status");
    }

    private static bool Passes(SimulatedImage image, Filter filter, ActionContext context) => filter.Name switch
    {
        "image-id" => filter.Is(image.ImageId),
        "image-type" => filter.Is(ImageStore.TypeFor(image, context.AccountId)),
        "image-name" => filter.IsPartOf(image.ImageName, context.Options.FuzzyFiltersIgnoreCase),
        "platform" => filter.IsPartOf(image.Platform, context.Options.FuzzyFiltersIgnoreCase),
        // No simulated account has a dedicated cluster.
        "dedicated-cluster-id" or "cdc-cache-status" => false,
        _ => filter.Matches(TagsFor(image, context.AccountId)),
    };

    private static Func<SimulatedImage, bool> RunsOn(string typeName, ActionContext context)
    {
        if (typeName.Length == 0)
            return _ => true;
        var type = InstanceTypeCatalog.Find(typeName);
        if (context.Options.SoldOutTypeIsError && InstanceTypeCatalog.OffersIn(context.Region, context.Options).Where(offer => offer.Type == type).All(offer => offer.IsSoldOut))
            throw new ServiceException("ResourcesSoldOut.SpecifiedInstanceType", typeName);
        return image => image.Architecture == type.Architecture;
    }

    /// <summary>Returns the tags that an account sees: only the owner sees them.</summary>
    private static IReadOnlyList<SimulatedTag> TagsFor(SimulatedImage image, string accountId) => image.AccountId == accountId ? image.Tags : [];

    private static JsonObject Write(SimulatedImage stored, ActionContext context)
    {
        var image = context.State.Copies.View(stored, context.AccountId, context.Now, context.Options);
        return new JsonObject
        {
            ["ImageId"] = image.ImageId,
            ["OsName"] = image.OsName,
            ["ImageType"] = ImageStore.TypeFor(image, context.AccountId),
            ["CreatedTime"] = context.Text(image.CreatedTime),
            ["ImageName"] = image.ImageName,
            ["ImageDescription"] = image.Description,
            ["ImageSize"] = image.SizeGB,
            ["Architecture"] = image.Architecture,
            ["ImageState"] = image.State,
            ["Platform"] = image.Platform,
            ["ImageCreator"] = image.AccountId.Length == 0 ? "tencent" : image.AccountId,
            ["ImageSource"] = image.Source,
            ["SyncPercent"] = image.SyncPercent,
            ["IsSupportCloudinit"] = image.SupportsCloudInit,
            ["SnapshotSet"] = Json.List(image.Snapshots, snapshot => new JsonObject
            {
                ["SnapshotId"] = snapshot.SnapshotId,
                ["DiskUsage"] = snapshot.DiskUsage,
                ["DiskSize"] = snapshot.DiskSizeGB,
            }),
            ["Tags"] = Json.Tags(TagsFor(image, context.AccountId)),
            ["LicenseType"] = image.LicenseType,
            ["ImageFamily"] = image.Family,
            ["ImageDeprecated"] = image.Deprecated,
        };
    }
}
