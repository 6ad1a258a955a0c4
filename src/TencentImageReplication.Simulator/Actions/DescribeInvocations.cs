using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists commands that were run.</summary>
internal sealed class DescribeInvocations : IApiAction
{
    private const string LimitExceeded = "InvalidParameterValue.LimitExceeded";

    public string Name => nameof(DescribeInvocations);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var ids = CommandIds.Read(context.Parameters, "InvocationIds", ["inv-"], "InvalidParameterValue.InvalidInvocationId", LimitExceeded);
        var filters = CommandFilters.Read(
            context.Parameters, LimitExceeded, "LimitExceeded.FilterValueExceeded", "invocation-id", "command-id", "command-created-by", "instance-kind");
        CommandFilters.CheckValues(filters, "command-created-by", "TAT", "USER");
        CommandFilters.CheckValues(filters, "instance-kind", "CVM", "LIGHTHOUSE");
        CommandIds.Check(CommandFilters.ValuesOf(filters, "invocation-id"), ["inv-"], "InvalidParameterValue.InvalidInvocationId");
        CommandIds.Check(CommandFilters.ValuesOf(filters, "command-id"), ["cmd-"], "InvalidParameterValue.InvalidCommandId");
        var page = Page.Read(context.Parameters, LimitExceeded);
        var invocations = context.State.Commands.Owned(context.Region, context.AccountId)
            .Where(invocation => ids.Count == 0 || ids.Contains(invocation.InvocationId))
            .Where(invocation => filters.All(filter => Passes(invocation, filter)))
            .ToList();
        return new JsonObject
        {
            ["TotalCount"] = invocations.Count,
            ["InvocationSet"] = Json.List(page.Of(invocations), invocation => Write(invocation, context)),
        };
    }

    private static bool Passes(Invocation invocation, Filter filter) => filter.Name switch
    {
        "invocation-id" => filter.Is(invocation.InvocationId),
        "command-id" => filter.Is(invocation.CommandId),
        "command-created-by" => filter.Is("USER"),
        _ => filter.Is("CVM"),
    };

    private static JsonObject Write(Invocation invocation, ActionContext context) => new()
    {
        ["InvocationId"] = invocation.InvocationId,
        ["CommandId"] = invocation.CommandId,
        ["CommandName"] = invocation.Command.Name,
        ["InvocationStatus"] = invocation.Status(context.Now),
        ["InvocationTaskBasicInfoSet"] = Json.List(invocation.Tasks, task => new JsonObject
        {
            ["InvocationTaskId"] = task.TaskId,
            ["TaskStatus"] = task.Status(context.Now),
            ["InstanceId"] = task.InstanceId,
        }),
        ["Description"] = invocation.Command.Description,
        ["StartTime"] = context.Text(invocation.Created),
        ["EndTime"] = invocation.IsOver(context.Now) ? context.Text(invocation.Updated(context.Now)) : null,
        ["CreatedTime"] = context.Text(invocation.Created),
        ["UpdatedTime"] = context.Text(invocation.Updated(context.Now)),
        ["Parameters"] = invocation.Command.Parameters,
        ["DefaultParameters"] = invocation.Command.DefaultParameters,
        ["InstanceKind"] = "CVM",
        ["Username"] = invocation.Command.UserName,
        ["InvocationSource"] = "USER",
        ["CommandContent"] = invocation.Command.Content,
        ["CommandType"] = invocation.Command.Type,
        ["Timeout"] = invocation.Command.TimeoutSeconds,
        ["WorkingDirectory"] = invocation.Command.WorkingDirectory,
        ["OutputCOSBucketUrl"] = "",
        ["OutputCOSKeyPrefix"] = "",
    };
}
