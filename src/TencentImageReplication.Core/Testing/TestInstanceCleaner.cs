using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Instances.Deleting;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Testing;

/// <summary>Deletes test instances that a killed command has left: by their tag and their age.</summary>
public sealed class TestInstanceCleaner(CvmClient client, InstanceRemovalOptions options, TimeProvider timeProvider, ILogger logger)
{
    private readonly InstanceRemover _remover = new(client, options, timeProvider, logger);

    /// <summary>Deletes test instances.</summary>
    /// <param name="regions">The regions.</param>
    /// <param name="minimumAge">The minimum age. A test that runs has an instance that is younger than its time limit.</param>
    /// <param name="fail">Receives the error of a region, whose instance is null, or of an instance; called from any thread.</param>
    /// <param name="cancellationToken">Cancels; what was requested by then is still deleted.</param>
    public async Task RunAsync(
        IReadOnlyList<string> regions, TimeSpan minimumAge, Action<string, InstanceRef?, Exception> fail, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(regions.Select(region => FindAsync(region, minimumAge, fail, cancellationToken)));
        await _remover.DeleteAsync(
            [.. found.SelectMany(plans => plans)], (instance, exception) => fail(instance.Region, instance, exception), cancellationToken);
    }

    private async Task<IReadOnlyList<InstanceRemovalPlan>> FindAsync(
        string region, TimeSpan minimumAge, Action<string, InstanceRef?, Exception> fail, CancellationToken cancellationToken)
    {
        Filter[] tagged = [new() { Name = $"tag:{TestTags.Instance.Key}", Values = [TestTags.Instance.Value] }];
        var latest = timeProvider.GetUtcNow() - minimumAge;
        var plans = new List<InstanceRemovalPlan>();
        try
        {
            await foreach (var instance in client.ListInstancesAsync(region, tagged, cancellationToken))
            {
                // TerminateInstances refuses an instance that could not be created (UnsupportedOperation.InstanceStateLaunchFailed).
                if (TestTags.IsTest(instance) && instance.CreatedTime <= latest && instance.InstanceState != InstanceStates.LaunchFailed)
                    plans.Add(new InstanceRemovalPlan(instance, region));
            }
        }
        catch (TencentCloudException exception)
        {
            fail(region, null, exception);
        }

        return plans;
    }
}
