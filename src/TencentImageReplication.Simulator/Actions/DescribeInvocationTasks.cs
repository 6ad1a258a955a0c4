using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Lists commands on single instances, with their output when the request wants it.</summary>
internal sealed class DescribeInvocationTasks : IApiAction
{
    private const string Invalid = "InvalidParameterValue";

    public string Name => nameof(DescribeInvocationTasks);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var ids = CommandIds.Read(context.Parameters, "InvocationTaskIds", ["invt-"], "InvalidParameterValue.InvalidInvocationTaskId", Invalid);
        var filters = CommandFilters.Read(context.Parameters, Invalid, Invalid, "invocation-task-id", "invocation-id", "instance-id", "command-id");
        CommandIds.Check(CommandFilters.ValuesOf(filters, "invocation-task-id"), ["invt-"], "InvalidParameterValue.InvalidInvocationTaskId");
        CommandIds.Check(CommandFilters.ValuesOf(filters, "invocation-id"), ["inv-"], "InvalidParameterValue.InvalidInvocationId");
        CommandIds.Check(CommandFilters.ValuesOf(filters, "command-id"), ["cmd-"], "InvalidParameterValue.InvalidCommandId");
        CommandIds.CheckInstances(CommandFilters.ValuesOf(filters, "instance-id"));
        var page = Page.Read(context.Parameters, Invalid);
        var tasks = context.State.Commands.Owned(context.Region, context.AccountId)
            .SelectMany(invocation => invocation.Tasks.Select(task => (Invocation: invocation, Task: task)))
            .Where(known => ids.Count == 0 || ids.Contains(known.Task.TaskId))
            .Where(known => filters.All(filter => Passes(known.Invocation, known.Task, filter)))
            .ToList();
        var isHidden = context.Parameters.Flag("HideOutput", absent: true);
        return new JsonObject
        {
            ["TotalCount"] = tasks.Count,
            ["InvocationTaskSet"] = Json.List(page.Of(tasks), known => Write(known.Invocation, known.Task, isHidden, context)),
        };
    }

    private static bool Passes(Invocation invocation, InvocationTask task, Filter filter) => filter.Name switch
    {
        "invocation-task-id" => filter.Is(task.TaskId),
        "invocation-id" => filter.Is(invocation.InvocationId),
        "instance-id" => filter.Is(task.InstanceId),
        _ => filter.Is(invocation.CommandId),
    };

    private static JsonObject Write(Invocation invocation, InvocationTask task, bool isHidden, ActionContext context)
    {
        var (isOver, start) = (task.IsOver(context.Now), task.HasStarted(context.Now) ? context.Text(task.Starts!.Value) : null);
        var end = isOver ? context.Text(task.Ends) : null;
        return new JsonObject
        {
            ["InvocationId"] = invocation.InvocationId,
            ["InvocationTaskId"] = task.TaskId,
            ["CommandId"] = invocation.CommandId,
            ["CommandName"] = invocation.Command.Name,
            ["TaskStatus"] = task.Status(context.Now),
            ["InstanceId"] = task.InstanceId,
            ["TaskResult"] = new JsonObject
            {
                ["ExitCode"] = isOver ? task.ExitCode : 0,
                ["Output"] = isOver && !isHidden ? Convert.ToBase64String(task.Output) : "",
                ["ExecStartTime"] = start,
                ["ExecEndTime"] = start is null ? null : end,
                ["Dropped"] = isOver ? task.Dropped : 0,
                ["OutputUrl"] = "",
                ["OutputUploadCOSErrorInfo"] = "",
            },
            ["StartTime"] = start,
            ["EndTime"] = end,
            ["CreatedTime"] = context.Text(task.Created),
            ["UpdatedTime"] = context.Text(task.Updated(context.Now)),
            ["CommandDocument"] = new JsonObject
            {
                ["Content"] = invocation.Command.Content,
                ["CommandType"] = invocation.Command.Type,
                ["Timeout"] = invocation.Command.TimeoutSeconds,
                ["WorkingDirectory"] = invocation.Command.WorkingDirectory,
                ["Username"] = invocation.Command.UserName,
                ["OutputCOSBucketUrl"] = "",
                ["OutputCOSKeyPrefix"] = "",
            },
            ["ErrorInfo"] = isOver ? task.ErrorInfo : "",
            ["InvocationSource"] = "USER",
        };
    }
}
