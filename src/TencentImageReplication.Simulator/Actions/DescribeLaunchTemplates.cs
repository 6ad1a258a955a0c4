using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists the launch templates of an account in a region.</summary>
internal sealed class DescribeLaunchTemplates : IApiAction
{
    private const int MaxValues = 5;
    private const string Invalid = "InvalidParameter";
    private static readonly string[] FilterNames = ["LaunchTemplateName", "tag-key", "tag-value"];
    private static readonly FilterCodes Codes = new("InvalidFilter", "InvalidFilterValue.LimitExceeded", "InvalidFilterValue.LimitExceeded");

    public string Name => nameof(DescribeLaunchTemplates);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var ids = context.Parameters.Texts("LaunchTemplateIds");
        var filters = Filter.Read(context.Parameters, FilterNames, tags: true, MaxValues, Codes);
        if (ids.Count > 0 && filters.Count > 0)
            throw new ServiceException(Invalid, "LaunchTemplateIds, Filters");
        foreach (var id in ids)
            LaunchTemplateTargets.CheckForm(id);
        var page = Page.Read(context.Parameters, Invalid);
        var templates = context.State.LaunchTemplates.Owned(context.Region, context.AccountId)
            .Where(template => ids.Count == 0 || ids.Contains(template.LaunchTemplateId))
            .Where(template => filters.All(filter => Passes(template, filter)))
            .OrderByDescending(template => template.CreatedTime).ThenBy(template => template.LaunchTemplateId, StringComparer.Ordinal)
            .ToList();
        if (context.Options.UnknownLaunchTemplateIsError
            && ids.FirstOrDefault(id => !templates.Exists(template => template.LaunchTemplateId == id)) is { } unknown)
        {
            throw new ServiceException(context.Options.UnknownLaunchTemplateErrorCode, unknown);
        }

        return new JsonObject
        {
            ["TotalCount"] = templates.Count,
            ["LaunchTemplateSet"] = Json.List(page.Of(templates), template => new JsonObject
            {
                ["LatestVersionNumber"] = template.LatestVersion,
                ["LaunchTemplateId"] = template.LaunchTemplateId,
                ["LaunchTemplateName"] = template.LaunchTemplateName,
                ["DefaultVersionNumber"] = template.DefaultVersion,
                ["LaunchTemplateVersionCount"] = template.Versions.Count,
                ["CreatedBy"] = template.AccountId,
                ["CreationTime"] = context.Text(template.CreatedTime),
            }),
        };
    }

    private static bool Passes(SimulatedLaunchTemplate template, Filter filter) =>
        filter.IsAboutTags ? filter.Matches(template.Tags) : filter.Is(template.LaunchTemplateName);
}
