using System.Globalization;
using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists images and instances with their tags, of all regions.</summary>
internal sealed class GetResources : IApiAction
{
    private const int MaxFilters = 6;
    private const int MaxValues = 10;
    private const int DefaultResults = 50;
    private const int MaxResults = 200;

    public string Name => nameof(GetResources);

    public bool NeedsRegion => false;

    public JsonObject Execute(ActionContext context)
    {
        var filters = context.Parameters.Objects("TagFilters").Select(filter => (Key: filter.Text("TagKey"), Values: filter.Texts("TagValue"))).ToList();
        var listed = TaggedResource.Read(context, isRequired: false);
        if (filters.Count > MaxFilters || filters.Exists(filter => filter.Values.Count > MaxValues))
            throw new ServiceException("LimitExceeded.TagNumPerRequest", "TagFilters");
        TagKeyRules.CheckKeys([.. filters.Select(filter => filter.Key)]);
        var limit = context.Parameters.Number("MaxResults", DefaultResults);
        if (limit is < 1 or > MaxResults)
            throw new ServiceException("InvalidParameter", "MaxResults");

        // Inferred: a resource without tags is not listed. With a list of resources, all of them are on one page.
        var all = (listed.Count > 0 ? listed.Select(item => item.Resource).OfType<TaggedResource>() : TaggedResource.All(context))
            .Where(resource => resource.Tags.Count > 0)
            .Where(resource => filters.TrueForAll(filter => resource.Tags.Any(tag => Fits(tag, filter.Key, filter.Values))))
            .ToList();
        var start = Start(context.Parameters.Text("PaginationToken"));
        var page = listed.Count > 0 ? all : [.. all.Skip(start).Take((int)limit)];
        var end = start + page.Count;
        return new JsonObject
        {
            ["PaginationToken"] = listed.Count == 0 && end < all.Count ? end.ToString(CultureInfo.InvariantCulture) : "",
            ["ResourceTagMappingList"] = Json.List(page, resource => new JsonObject
            {
                ["Resource"] = resource.Name,
                ["Tags"] = Json.List(resource.Tags, tag => new JsonObject { ["TagKey"] = tag.Key, ["TagValue"] = tag.Value, ["Category"] = "Custom" }),
            }),
        };
    }

    private static bool Fits(SimulatedTag tag, string key, IReadOnlyList<string> values) => tag.Key == key && (values.Count == 0 || values.Contains(tag.Value));

    private static int Start(string token)
    {
        if (token.Length == 0)
            return 0;
        return int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? start
            : throw new ServiceException("InvalidParameter.PaginationTokenInvalid", token);
    }
}
