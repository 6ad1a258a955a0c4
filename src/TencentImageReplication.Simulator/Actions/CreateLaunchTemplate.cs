using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Creates a launch template with the version 1, which is its default.</summary>
internal sealed class CreateLaunchTemplate : IApiAction
{
    private const int MinNameLength = 2;
    private const int MaxNameLength = 128;

    public string Name => nameof(CreateLaunchTemplate);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var parameters = context.Parameters;
        var token = parameters.Text("ClientToken");
        var compared = ClientToken.Compared(parameters);
        var tokens = context.State.LaunchTemplates.Tokens;
        if (ClientToken.Earlier(tokens.Find(context.AccountId, context.Region, Name, token), compared, context) is [var earlier])
            return Response(earlier);

        var name = parameters.Text("LaunchTemplateName");
        if (name.Length is < MinNameLength or > MaxNameLength)
            throw new ServiceException("InvalidParameterValue.InvalidLaunchTemplateName", "LaunchTemplateName");
        // Inferred: the kind of resource that the tags of a template name is not documented.
        var tags = TagRules.Read(parameters, null, "LaunchTemplateTagSpecification");
        var data = TemplateData.Read(null, context);
        if (!context.Account.HasBalance)
            throw new ServiceException("InvalidAccount.InsufficientBalance");
        if (context.State.LaunchTemplates.Owned(context.Region, context.AccountId).Count() >= context.Options.LaunchTemplateQuota)
            throw new ServiceException("LimitExceeded.LaunchTemplateQuota", context.Region);
        if (parameters.Flag("DryRun"))
            return context.DryRunPassed();

        var template = new SimulatedLaunchTemplate
        {
            LaunchTemplateId = context.State.Ids.Resource("lt"),
            LaunchTemplateName = name,
            AccountId = context.AccountId,
            Region = context.Region,
            CreatedTime = context.Now,
            Tags = tags,
            HighestNumber = 1,
            Versions =
            [
                new SimulatedTemplateVersion
                {
                    Number = 1,
                    Description = parameters.Text("LaunchTemplateVersionDescription"),
                    CreatedTime = context.Now,
                    CreatedBy = context.Account.SubAccountId ?? context.AccountId,
                    Parameters = data.Json,
                },
            ],
        };
        context.State.LaunchTemplates.Put(template);
        tokens.Remember(context.AccountId, context.Region, Name, token, new ClientTokenUse([template.LaunchTemplateId], compared, context.Now));
        return Response(template.LaunchTemplateId);
    }

    private static JsonObject Response(string id) => new() { ["LaunchTemplateId"] = id };
}
