using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists versions of a launch template: those named, or by default those with the numbers 0 to 30.</summary>
internal sealed class DescribeLaunchTemplateVersions : IApiAction
{
    private const int DefaultMaxVersion = 30;
    private static readonly string[] NotWithVersions = ["MinVersion", "MaxVersion", "Offset", "Limit", "DefaultVersion"];

    public string Name => nameof(DescribeLaunchTemplateVersions);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var parameters = context.Parameters;
        var template = LaunchTemplateTargets.Find(parameters.Text("LaunchTemplateId"), context);
        var numbers = parameters.Numbers("LaunchTemplateVersions");
        if (numbers.Count > 0 && NotWithVersions.FirstOrDefault(parameters.Has) is { } other)
            throw new ServiceException("InvalidParameterCombination", $"LaunchTemplateVersions, {other}");
        var (versions, total) = numbers.Count > 0 ? Named(template, numbers) : InRange(template, parameters);
        return new JsonObject
        {
            ["TotalCount"] = total,
            ["LaunchTemplateVersionSet"] = Json.List(versions, version => new JsonObject
            {
                ["LaunchTemplateVersion"] = version.Number,
                ["LaunchTemplateVersionData"] = TemplateVersionJson.Data(version),
                ["CreationTime"] = context.Text(version.CreatedTime),
                ["LaunchTemplateId"] = template.LaunchTemplateId,
                ["IsDefaultVersion"] = version.Number == template.DefaultVersion,
                ["LaunchTemplateVersionDescription"] = version.Description,
                ["CreatedBy"] = version.CreatedBy,
            }),
        };
    }

    private static (IEnumerable<SimulatedTemplateVersion> Versions, int Total) Named(SimulatedLaunchTemplate template, IReadOnlyList<long> numbers)
    {
        List<SimulatedTemplateVersion> versions = [.. numbers.Distinct().Select(number => LaunchTemplateTargets.Version(template, number))];
        return (versions, versions.Count);
    }

    // Inferred: in the order of their numbers.
    private static (IEnumerable<SimulatedTemplateVersion> Versions, int Total) InRange(SimulatedLaunchTemplate template, Parameters parameters)
    {
        var page = Page.Read(parameters, "InvalidParameterValue.LimitExceeded");
        var (least, most) = (parameters.Number("MinVersion", 0), parameters.Number("MaxVersion", DefaultMaxVersion));
        if (least > most)
            throw new ServiceException("InvalidParameterValue", "MinVersion, MaxVersion");
        var onlyDefault = parameters.Flag("DefaultVersion");
        var versions = template.Versions
            .Where(version => version.Number >= least && version.Number <= most)
            .Where(version => !onlyDefault || version.Number == template.DefaultVersion)
            .ToList();
        return (page.Of(versions), versions.Count);
    }
}
