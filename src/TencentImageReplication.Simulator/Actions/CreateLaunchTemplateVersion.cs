using System.Globalization;
using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Creates a version of a launch template from another one, by default from the default version. It does not become the default.</summary>
internal sealed class CreateLaunchTemplateVersion : IApiAction
{
    public string Name => nameof(CreateLaunchTemplateVersion);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var parameters = context.Parameters;
        var token = parameters.Text("ClientToken");
        var compared = ClientToken.Compared(parameters);
        var tokens = context.State.LaunchTemplates.Tokens;
        if (ClientToken.Earlier(tokens.Find(context.AccountId, context.Region, Name, token), compared, context) is [var earlier])
            return Response(long.Parse(earlier, CultureInfo.InvariantCulture));

        var template = LaunchTemplateTargets.Find(parameters.Text("LaunchTemplateId"), context);
        var start = LaunchTemplateTargets.Version(template, parameters.Number("LaunchTemplateVersion", template.DefaultVersion));
        var data = TemplateData.Read(Parameters.Parse(start.Parameters), context);
        var count = template.Versions.Count + (context.Options.DeletedTemplateVersionsCount ? template.DeletedCount : 0);
        if (count >= context.Options.LaunchTemplateVersionQuota)
            throw new ServiceException("LimitExceeded.LaunchTemplateVersionQuota", template.LaunchTemplateId);
        if (parameters.Flag("DryRun"))
            return context.DryRunPassed();

        var version = new SimulatedTemplateVersion
        {
            Number = (context.Options.DeletedTemplateVersionsReturn ? template.LatestVersion : template.HighestNumber) + 1,
            Description = parameters.Text("LaunchTemplateVersionDescription"),
            CreatedTime = context.Now,
            CreatedBy = context.Account.SubAccountId ?? context.AccountId,
            Parameters = data.Json,
        };
        context.State.LaunchTemplates.Put(template with
        {
            Versions = [.. template.Versions, version],
            HighestNumber = Math.Max(template.HighestNumber, version.Number),
        });
        var number = version.Number.ToString(CultureInfo.InvariantCulture);
        tokens.Remember(context.AccountId, context.Region, Name, token, new ClientTokenUse([number], compared, context.Now));
        return Response(version.Number);
    }

    private static JsonObject Response(long number) => new() { ["LaunchTemplateVersionNumber"] = number };
}
