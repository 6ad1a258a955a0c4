using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists the refresh activities of the scaling groups of an account in a region, the newest first.</summary>
internal sealed class DescribeRefreshActivities : IApiAction
{
    private static readonly string[] FilterNames =
        ["auto-scaling-group-id", "refresh-activity-status-code", "refresh-activity-type", "refresh-activity-id"];

    // No code is documented for an ID of another form.
    private static readonly ScalingQueryCodes Codes = new("asr", null, "InvalidParameter.Conflict", "InvalidParameterValue.LimitExceeded");

    public string Name => nameof(DescribeRefreshActivities);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var query = ScalingQuery.Read(context, "RefreshActivityIds", FilterNames, tags: false, Codes);
        var groups = ScalingTargets.Groups(context).Select(group => group.AutoScalingGroupId).ToList();
        var activities = context.State.Refreshes.All
            .Where(activity => groups.Contains(activity.GroupId) && query.Includes(activity.Id, filter => Passes(activity, filter)))
            .Reverse()
            .ToList();
        return new JsonObject
        {
            ["TotalCount"] = activities.Count,
            ["RefreshActivitySet"] = Json.List(query.Page.Of(activities), activity => RefreshActivityJson.Write(activity, context)),
        };
    }

    private static bool Passes(RefreshActivity activity, Filter filter) => filter.Name switch
    {
        "auto-scaling-group-id" => filter.Is(activity.GroupId),
        "refresh-activity-status-code" => filter.Is(activity.Status),
        "refresh-activity-type" => filter.Is(activity.Type),
        _ => filter.Is(activity.Id),
    };
}
