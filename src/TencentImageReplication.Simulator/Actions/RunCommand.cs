using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Runs a script on instances. It has no client token: a second request runs it again.</summary>
internal sealed class RunCommand : IApiAction
{
    private const long DefaultTimeout = 60;
    private const string WindowsFolder = @"C:\Program Files\qcloud\tat_agent\workdir";

    public string Name => nameof(RunCommand);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var parameters = context.Parameters;
        CommandRules.Check(parameters);
        var values = CommandParameters.Read(parameters, CommandRules.Script(parameters.Text("Content")));
        var instances = CommandTargets.Read(context);
        var type = parameters.Text("CommandType", "SHELL");
        var command = new CommandDocument(
            parameters.Text("CommandName"),
            parameters.Text("Description"),
            parameters.Text("Content"),
            type,
            parameters.HasContent("WorkingDirectory") ? parameters.Text("WorkingDirectory") : type == "SHELL" ? "/root" : WindowsFolder,
            parameters.Number("Timeout", DefaultTimeout),
            parameters.HasContent("Username") ? parameters.Text("Username") : type == "SHELL" ? "root" : "System",
            values.Given,
            values.Defaults);
        if (parameters.Flag("SaveCommand"))
            Save(command.Name, context);
        var invocation = new Invocation
        {
            InvocationId = context.State.Ids.Resource("inv"),
            CommandId = context.State.Ids.Resource("cmd"),
            AccountId = context.AccountId,
            Region = context.Region,
            Command = command,
            Created = context.Now,
            Tasks = [.. instances.Select(instance => CommandRun.Start(instance, values.Script, command.TimeoutSeconds, context))],
        };
        context.State.Commands.Add(invocation);
        return new JsonObject { ["CommandId"] = invocation.CommandId, ["InvocationId"] = invocation.InvocationId };
    }

    private static void Save(string name, ActionContext context)
    {
        var saved = context.State.Commands.SavedNames(context.Region, context.AccountId).ToList();
        if (name.Length > 0 && saved.Contains(name))
            throw new ServiceException("InvalidParameterValue.CommandNameDuplicated", name);
        if (saved.Count >= context.Options.SavedCommandQuota)
            throw new ServiceException("ResourceUnavailable.UserHasNoQuotaCode", context.Region);
        context.State.Commands.Save(context.Region, context.AccountId, name);
    }
}
