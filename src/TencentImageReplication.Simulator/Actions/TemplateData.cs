using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>The parameters of instances in a launch template: the service checks them as it does for <c>RunInstances</c>.</summary>
internal static class TemplateData
{
    private const int MaxCount = 500;
    private const int MinTextLength = 2;
    private const int MaxDescriptionLength = 256;

    private static readonly string[] OfTheTemplate =
    [
        "LaunchTemplateName", "LaunchTemplateId", "LaunchTemplateVersion", "LaunchTemplateVersionDescription", "LaunchTemplateTagSpecification",
        "ClientToken", "DryRun",
    ];

    // A template keeps these, and no list returns them. They have no effect on simulated instances.
    private static readonly string[] WithoutEffect = ["Metadata", "TemplateDataModifyAction", "NetworkInterfaces"];

    /// <summary>Checks the parameters of a new version.</summary>
    /// <param name="earlier">The parameters of the version to start from, for those that the request does not have; null for none.</param>
    /// <param name="context">The request.</param>
    /// <returns>The parameters of the version.</returns>
    public static Parameters Read(Parameters? earlier, ActionContext context)
    {
        var given = context.Parameters.Without(OfTheTemplate);
        CheckDescription(context.Parameters.Text("LaunchTemplateVersionDescription"));
        ClientToken.Check(context.Parameters.Text("ClientToken"));
        if (given.Object("LoginSettings")?.HasContent("Password") == true)
            throw new ServiceException("InvalidParameter.PasswordNotSupported", "LoginSettings.Password");
        if (given.Text("TemplateDataModifyAction", "Replace") is not ("Update" or "Replace"))
            throw new ServiceException("InvalidParameterValue", "TemplateDataModifyAction");
        var all = earlier is { } old ? given.Over(old) : given;
        InstanceRequest.Read(context with { Parameters = all.Without(WithoutEffect) }, MaxCount);
        return all;
    }

    /// <summary>Returns a request of instances with the parameters of its launch template, for those that it does not have itself.</summary>
    public static ActionContext Apply(ActionContext context)
    {
        if (context.Parameters.Object("LaunchTemplate") is not { } named)
            return context;
        if (!named.HasContent("LaunchTemplateId"))
            throw new ServiceException("MissingParameter", "LaunchTemplate.LaunchTemplateId");
        var template = LaunchTemplateTargets.Find(named.Text("LaunchTemplateId"), context);
        // Of the codes for unknown versions, RunInstances documents only this one.
        var version = LaunchTemplateTargets.Version(
            template, named.Number("LaunchTemplateVersion", template.DefaultVersion), "InvalidParameterValue.LaunchTemplateVersion");
        var parameters = context.Parameters.Over(Parameters.Parse(version.Parameters).Without(WithoutEffect));
        return context with { Parameters = parameters };
    }

    private static void CheckDescription(string text)
    {
        if (text.Length > 0 && text.Length is < MinTextLength or > MaxDescriptionLength)
            throw new ServiceException("InvalidParameterValue.InvalidLaunchTemplateVersionDescription");
    }
}
