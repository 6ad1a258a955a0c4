using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Sets the default version of a launch template.</summary>
internal sealed class ModifyLaunchTemplateDefaultVersion : IApiAction
{
    public string Name => nameof(ModifyLaunchTemplateDefaultVersion);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var template = LaunchTemplateTargets.Find(context.Parameters.Text("LaunchTemplateId"), context);
        var version = LaunchTemplateTargets.Version(template, context.Parameters.Number("DefaultVersion", 0));
        if (version.Number == template.DefaultVersion)
            throw new ServiceException("InvalidParameterValue.LaunchTemplateIdVerSetAlready", template.LaunchTemplateId);
        context.State.LaunchTemplates.Put(template with { DefaultVersion = version.Number });
        return [];
    }
}
