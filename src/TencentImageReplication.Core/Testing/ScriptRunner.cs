using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Tat;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Instances.Deleting;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Testing;

/// <summary>Runs a script on an instance, once: the service has no client token for that.</summary>
internal sealed class ScriptRunner(TatClient automation, TimeProvider timeProvider, ILogger logger)
{
    private static readonly Backoff Pauses = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10));

    /// <summary>The time that a command may take to become visible after a request without a response.</summary>
    private static readonly TimeSpan VisibilityWindow = TimeSpan.FromSeconds(30);

    /// <summary>The time before the end of the test in which the service reports a script that ran too long.</summary>
    private static readonly TimeSpan ReportTime = TimeSpan.FromSeconds(30);

    // An agent that has just reported may miss a heartbeat.
    private static readonly string[] NotReadyCodes =
        ["ResourceUnavailable.AgentStatusNotOnline", "ResourceUnavailable.AgentNotInstalled", "ResourceUnavailable.InstanceStateNotRunning"];

    private readonly ReadPoll _poll = new(timeProvider, logger);

    /// <summary>Runs a script and waits for its end.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="script">The script.</param>
    /// <param name="name">The unique name of the command.</param>
    /// <param name="window">The maximum time until the end of the script.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The command at its end, or the last known one; null if it was never seen.</returns>
    /// <exception cref="TencentCloudException">The service refused the request, or its outcome is unknown.</exception>
    public async Task<InvocationTask?> RunAsync(
        InstanceRef instance, CommandScript script, string name, TimeSpan window, CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        await SendAsync(instance, script, name, window, cancellationToken);
        var left = window - timeProvider.GetElapsedTime(start);
        var (task, error) = await _poll.RunAsync(
            instance.Region,
            left > TimeSpan.Zero ? left : TimeSpan.Zero,
            Pauses,
            () => FindAsync(instance, name, cancellationToken),
            found => found is not null && ScriptVerdict.IsOver(found.TaskStatus),
            cancellationToken);
        return error is null ? task : throw error;
    }

    private async Task SendAsync(InstanceRef instance, CommandScript script, string name, TimeSpan window, CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        var lost = LostResponses.None;
        for (var backoff = Pauses; ; backoff = backoff.Next)
        {
            var left = window - timeProvider.GetElapsedTime(start);
            var request = new RunCommandRequest
            {
                Content = script.Content,
                CommandType = script.Type,
                CommandName = name,
                InstanceIds = [instance.InstanceId],
                Timeout = Math.Max(1, (long)(left - ReportTime).TotalSeconds),
            };
            try
            {
                await automation.RunCommandAsync(instance.Region, request, cancellationToken);
                return;
            }
            catch (TencentCloudException exception) when (exception.MayHaveActed)
            {
                TestLog.ScriptLost(logger, instance.InstanceId, exception.Code);
                lost = lost.With(exception);
                if (await HasArrivedAsync(instance, name, lost, cancellationToken))
                    return;
                if (!lost.MayRetry)
                    throw;
            }
            catch (TencentCloudException exception) when (NotReadyCodes.Contains(exception.Code) && left > backoff.Pause + ReportTime)
            {
                RequestLog.NoResponse(logger, instance.Region, exception.Code);
            }

            await timeProvider.PauseAsync(backoff.Pause, cancellationToken);
        }
    }

    private async Task<bool> HasArrivedAsync(InstanceRef instance, string name, LostResponses lost, CancellationToken cancellationToken)
    {
        var (task, error) = await _poll.RunAsync(
            instance.Region, VisibilityWindow, Pauses, () => FindAsync(instance, name, cancellationToken), found => found is not null, cancellationToken);
        return error is null
            ? task is not null
            : throw lost.OutcomeUnknown(
                instance.Region,
                Localized.Text($"the script runs on {instance.InstanceId}", $"脚本是否已在 {instance.InstanceId} 上运行"),
                error.Code,
                Localized.Text("It is not run again.", "不会再次运行。"));
    }

    private async Task<InvocationTask?> FindAsync(InstanceRef instance, string name, CancellationToken cancellationToken) =>
        (await automation.ListTasksAsync(instance.Region, instance.InstanceId, cancellationToken))
            .FirstOrDefault(task => task.InstanceId == instance.InstanceId && task.CommandName == name);
}
