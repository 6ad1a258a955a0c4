using TencentImageReplication.Core.Instances;
using TencentImageReplication.Errors;

namespace TencentImageReplication.Pipeline;

/// <summary>Creates the rows of a launch.</summary>
internal static class LaunchRows
{
    /// <summary>Returns a row for each instance, and one for a dry run, which has no instances.</summary>
    /// <param name="result">The result of the launch.</param>
    /// <param name="seconds">The maximum wait until an instance is running; null without a wait.</param>
    internal static IEnumerable<OutputRow> Of(LaunchResult result, int? seconds)
    {
        if (result.Request.Settings.DryRun)
            yield return new OutputRow(TccInstance.DryRunPassed(result.Launch, result.Region));
        foreach (var instanceId in result.Launch.InstanceIds)
        {
            var instance = result.Find(instanceId);
            var row = instance is null
                ? TccInstance.Requested(result.Launch, instanceId, result.Region)
                : TccInstance.From(result.Launch, instance, result.Region);
            yield return new OutputRow(row, ErrorRecords.LaunchEnded(row, instance, seconds));
        }
    }
}
