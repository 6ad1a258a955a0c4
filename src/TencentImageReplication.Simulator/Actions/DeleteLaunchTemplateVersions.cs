using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Deletes versions of a launch template, all of them or none. The default version cannot be deleted.</summary>
internal sealed class DeleteLaunchTemplateVersions : IApiAction
{
    public string Name => nameof(DeleteLaunchTemplateVersions);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var template = LaunchTemplateTargets.Find(context.Parameters.Text("LaunchTemplateId"), context);
        var numbers = context.Parameters.Numbers("LaunchTemplateVersions").Distinct().ToList();
        if (numbers.Count == 0)
            throw new ServiceException("MissingParameter", "LaunchTemplateVersions");
        foreach (var number in numbers)
            LaunchTemplateTargets.Version(template, number);
        if (numbers.Contains(template.DefaultVersion))
            throw new ServiceException("InvalidParameterValue.LaunchTemplateDefaultVersion", template.LaunchTemplateId);
        context.State.LaunchTemplates.Put(template with
        {
            Versions = [.. template.Versions.Where(version => !numbers.Contains(version.Number))],
            DeletedCount = template.DeletedCount + numbers.Count,
        });
        return [];
    }
}
