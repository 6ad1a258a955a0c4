using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists the scaling groups of an account in a region.</summary>
internal sealed class DescribeAutoScalingGroups : IApiAction
{
    private static readonly string[] FilterNames =
    [
        "auto-scaling-group-id", "auto-scaling-group-name", "vague-auto-scaling-group-name", "launch-configuration-id", "tag-key", "tag-value",
    ];

    private static readonly ScalingQueryCodes Codes = new(
        "asg", "InvalidParameterValue.InvalidAutoScalingGroupId", "InvalidParameterConflict", "InvalidParameterValue.LimitExceeded");

    public string Name => nameof(DescribeAutoScalingGroups);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var query = ScalingQuery.Read(context, "AutoScalingGroupIds", FilterNames, tags: true, Codes);
        var groups = ScalingTargets.Groups(context)
            .Where(group => query.Includes(group.AutoScalingGroupId, filter => Passes(group, filter, context)))
            .OrderByDescending(group => group.CreatedTime).ThenBy(group => group.AutoScalingGroupId, StringComparer.Ordinal)
            .ToList();
        return new JsonObject
        {
            ["TotalCount"] = groups.Count,
            ["AutoScalingGroupSet"] = Json.List(query.Page.Of(groups), group => ScalingGroupJson.Write(group, context)),
        };
    }

    private static bool Passes(SimulatedScalingGroup group, Filter filter, ActionContext context) => filter.Name switch
    {
        "auto-scaling-group-id" => filter.Is(group.AutoScalingGroupId),
        "auto-scaling-group-name" => filter.Is(group.AutoScalingGroupName),
        "vague-auto-scaling-group-name" => filter.IsPartOf(group.AutoScalingGroupName, context.Options.FuzzyFiltersIgnoreCase),
        "launch-configuration-id" => filter.Is(group.LaunchConfigurationId),
        _ => filter.Matches(group.Tags),
    };
}
