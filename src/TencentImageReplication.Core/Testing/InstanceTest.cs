using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Api.Tat;
using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Instances.Deleting;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Testing;

/// <summary>Runs a test on an instance of its own, and deletes the instance in every case.</summary>
internal sealed class InstanceTest(CvmClient client, TatClient automation, BootTestOptions options, TimeProvider timeProvider, ILogger logger)
{
    private readonly InstanceLauncher _launcher = new(client, timeProvider, logger);
    private readonly AgentWait _agent = new(automation, timeProvider, logger);
    private readonly ScriptRunner _scripts = new(automation, timeProvider, logger);
    private readonly TestInstanceEnd _end = new(client, timeProvider, logger);

    private TimeSpan Timeout => options.Settings.Timeout;

    /// <summary>Starts an instance, waits for it and its agent, runs the script, and deletes the instance.</summary>
    /// <param name="image">The image.</param>
    /// <param name="result">The result so far.</param>
    /// <param name="cancellationToken">Ends the test early.</param>
    /// <exception cref="TencentCloudException">The instance could not be requested, or its state could not be read.</exception>
    /// <exception cref="RuleViolationException">No zone of the region sells the type.</exception>
    public async Task<BootTestResult> RunAsync(Image image, BootTestResult result, CancellationToken cancellationToken)
    {
        var (region, began, deadline) = (result.Request.Region, timeProvider.GetTimestamp(), timeProvider.GetUtcNow() + Timeout);
        var launch = await LaunchAsync(region, TestInstance.Build(image, options.Settings, LaunchToken.New(), deadline));
        var instance = new InstanceRef(launch.InstanceIds[0], region);
        result = result with { InstanceId = instance.InstanceId, RequestId = launch.RequestId };
        var keep = false;
        try
        {
            result = await WatchAsync(instance, image, launch.Request.InstanceName!, began, result, cancellationToken);
            keep = options.KeepFailed && result.Status == BootTestStatus.Failed && result.BootedIn is not null;
            return result;
        }
        catch (TencentCloudException exception)
        {
            return result.With(BootTestStatus.Inconclusive, exception.Code, exception.Message) with { RequestId = exception.RequestId ?? result.RequestId };
        }
        finally
        {
            if (keep)
                TestLog.Kept(logger, instance, deadline + TestInstance.TimerMargin);
            else
                await _end.DeleteAsync(instance);
        }
    }

    // Not cancelled: an instance whose ID is not known cannot be deleted.
    private async Task<InstanceLaunch> LaunchAsync(string region, RunInstancesRequest request)
    {
        try
        {
            return await _launcher.LaunchAsync(region, request, CancellationToken.None);
        }
        catch (TencentCloudException exception) when (exception.MayHaveActed)
        {
            await _end.DeleteLostAsync(region, request);
            throw;
        }
    }

    private async Task<BootTestResult> WatchAsync(
        InstanceRef instance, Image image, string name, long began, BootTestResult result, CancellationToken cancellationToken)
    {
        var found = await _launcher.ReadAsync(instance.Region, [instance.InstanceId], Left(began), cancellationToken);
        if (found is not [{ InstanceState: InstanceStates.Running }])
            return InstanceVerdict.NotRunning(result, found.Count > 0 ? found[0] : null);

        result = result with { BootedIn = timeProvider.GetElapsedTime(began) };
        result = result with { AgentStatus = await _agent.WaitAsync(instance, Left(began), cancellationToken) };
        if (result.AgentStatus != AutomationAgentInfo.Online)
            return InstanceVerdict.AgentNotOnline(result, Timeout);
        return options.Settings.Script is { } script
            ? await RunScriptAsync(instance, CommandScript.For(image, script), name, began, result, cancellationToken)
            : result with { Status = BootTestStatus.Passed };
    }

    private async Task<BootTestResult> RunScriptAsync(
        InstanceRef instance, CommandScript script, string name, long began, BootTestResult result, CancellationToken cancellationToken)
    {
        var task = await _scripts.RunAsync(instance, script, name, Left(began), cancellationToken);
        result = result with
        {
            ScriptStatus = task?.TaskStatus,
            ScriptOutput = task?.TaskResult is { } output ? ScriptOutput.Show(output) : null,
        };
        var verdict = ScriptVerdict.Of(task, options.Settings.ExpectedOutput);
        return verdict.Status == BootTestStatus.Passed
            ? result with { Status = BootTestStatus.Passed }
            : result.With(verdict.Status, verdict.Code, verdict.Message);
    }

    private TimeSpan Left(long began)
    {
        var left = Timeout - timeProvider.GetElapsedTime(began);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
