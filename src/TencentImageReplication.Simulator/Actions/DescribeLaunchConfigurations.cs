using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists the launch configurations of an account in a region.</summary>
internal sealed class DescribeLaunchConfigurations : IApiAction
{
    private static readonly string[] FilterNames =
        ["launch-configuration-id", "launch-configuration-name", "vague-launch-configuration-name", "tag-key", "tag-value"];

    private static readonly ScalingQueryCodes Codes = new(
        "asc", "InvalidParameterValue.InvalidLaunchConfigurationId", "InvalidParameterConflict", "InvalidParameterValue.TooLong");

    public string Name => nameof(DescribeLaunchConfigurations);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var query = ScalingQuery.Read(context, "LaunchConfigurationIds", FilterNames, tags: true, Codes);
        var configurations = ScalingTargets.Configurations(context)
            .Where(configuration => query.Includes(configuration.LaunchConfigurationId, filter => Passes(configuration, filter, context)))
            .OrderByDescending(configuration => configuration.CreatedTime).ThenBy(configuration => configuration.LaunchConfigurationId, StringComparer.Ordinal)
            .ToList();
        return new JsonObject
        {
            ["TotalCount"] = configurations.Count,
            ["LaunchConfigurationSet"] = Json.List(query.Page.Of(configurations), configuration => LaunchConfigurationJson.Write(configuration, context)),
        };
    }

    private static bool Passes(SimulatedLaunchConfiguration configuration, Filter filter, ActionContext context) => filter.Name switch
    {
        "launch-configuration-id" => filter.Is(configuration.LaunchConfigurationId),
        "launch-configuration-name" => filter.Is(configuration.LaunchConfigurationName),
        "vague-launch-configuration-name" => filter.IsPartOf(configuration.LaunchConfigurationName, context.Options.FuzzyFiltersIgnoreCase),
        _ => filter.Matches(configuration.Tags),
    };
}
