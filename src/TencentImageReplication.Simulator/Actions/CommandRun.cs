using System.Text;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Starts a command on an instance: its course comes from the settings.</summary>
internal static class CommandRun
{
    private static readonly CommandResult Success = new();

    public static InvocationTask Start(SimulatedInstance instance, string script, long timeoutSeconds, ActionContext context)
    {
        var course = InstanceCourse.Of(instance.ImageId, instance.Region, context.State);
        var result = course.Commands.FirstOrDefault(known => script.Contains(known.Contains)) ?? Success;
        var (timeout, start) = (TimeSpan.FromSeconds(timeoutSeconds), context.Now + context.Options.CommandDelivery);
        var task = new InvocationTask
        {
            TaskId = context.State.Ids.Resource("invt"),
            InstanceId = instance.InstanceId,
            Created = context.Now,
            Ends = start,
            Ending = TaskStates.DeliverFailed,
            Deadline = start + timeout,
            ErrorInfo = result.ErrorInfo,
        };
        task = result.Ending switch
        {
            CommandEnding.DeliverFails => task,
            CommandEnding.StartFails => task with { Ending = TaskStates.StartFailed },
            CommandEnding.AgentFallsSilent => task with { Starts = start, Ends = start + timeout, Ending = TaskStates.TaskTimeout },
            _ => Run(task, result, start, timeout, context.Options),
        };
        var silent = AutomationAgent.SilentFrom(instance, context.State);
        return task.Ends > silent ? task.Interrupted(silent) : task;
    }

    private static InvocationTask Run(InvocationTask task, CommandResult result, DateTimeOffset start, TimeSpan timeout, SimulatedCloudOptions options)
    {
        var duration = result.Duration ?? options.CommandDuration;
        var isTooLong = result.Ending == CommandEnding.TimesOut || duration > timeout;
        var output = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(result.Output, result.OutputRepetitions)));
        var kept = Math.Min(output.Length, options.MaximumOutputBytes);
        return task with
        {
            Starts = start,
            Ends = start + (isTooLong ? timeout : duration),
            Ending = isTooLong ? TaskStates.Timeout : result.ExitCode == 0 ? TaskStates.Success : TaskStates.Failed,
            ExitCode = isTooLong ? 0 : result.ExitCode,
            Output = [.. output.Take(kept)],
            Dropped = output.Length - kept,
            ErrorInfo = "",
        };
    }
}
