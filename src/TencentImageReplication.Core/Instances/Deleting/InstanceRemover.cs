using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Instances.Deleting;

/// <summary>Deletes instances. If one cannot be deleted, the others still are.</summary>
public sealed class InstanceRemover(CvmClient client, InstanceRemovalOptions options, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>The rate limit of TerminateInstances, per second.</summary>
    private const int MaxConcurrency = 10;

    private readonly InstanceTerminator _terminator = new(client, timeProvider, logger);

    /// <summary>Deletes instances.</summary>
    /// <param name="instances">The instances, each once.</param>
    /// <param name="fail">
    /// Receives the error of an instance: a <see cref="TencentCloudException"/> or a <see cref="RuleViolationException"/>. Called from any thread.
    /// </param>
    /// <param name="cancellationToken">Cancels; what was requested by then is still deleted.</param>
    public async Task RunAsync(IReadOnlyList<InstanceRef> instances, Action<InstanceRef, Exception> fail, CancellationToken cancellationToken)
    {
        var regions = await Task.WhenAll(instances
            .GroupBy(instance => instance.Region, StringComparer.OrdinalIgnoreCase)
            .Select(region => DescribeAsync(region.Key, [.. region], fail, cancellationToken)));
        await DeleteAsync([.. regions.SelectMany(plans => plans)], fail, cancellationToken);
    }

    /// <summary>Deletes instances that were described before, after confirmation.</summary>
    internal async Task DeleteAsync(
        IReadOnlyList<InstanceRemovalPlan> plans, Action<InstanceRef, Exception> fail, CancellationToken cancellationToken)
    {
        var confirmed = new List<InstanceRemovalPlan>();
        foreach (var plan in plans)
        {
            var instance = new InstanceRef(plan.Instance.InstanceId, plan.Region);
            if (plan.Instance.InstanceState == InstanceStates.Terminating)
                DeletionLog.AlreadyDeleting(logger, instance);
            else if (InstanceRemovalRules.Check(plan.Instance, plan.Region, options.IncludePrepaid) is { } violation)
                fail(instance, new RuleViolationException(violation));
            else if (await options.ConfirmAsync(plan))
                confirmed.Add(plan);
        }

        var limit = new ConcurrencyLimit(MaxConcurrency);
        await Task.WhenAll(confirmed.Select(plan => limit.RunAsync(() => DeleteOneAsync(plan, fail, cancellationToken), cancellationToken)));
    }

    private async Task DeleteOneAsync(InstanceRemovalPlan plan, Action<InstanceRef, Exception> fail, CancellationToken cancellationToken)
    {
        var instance = new InstanceRef(plan.Instance.InstanceId, plan.Region);
        try
        {
            await _terminator.DeleteAsync(instance, plan.IsPrepaid, isNew: false, cancellationToken);
            DeletionLog.Deleted(logger, instance);
        }
        catch (TencentCloudException exception)
        {
            fail(instance, exception);
        }
    }

    private async Task<IReadOnlyList<InstanceRemovalPlan>> DescribeAsync(
        string region, IReadOnlyList<InstanceRef> instances, Action<InstanceRef, Exception> fail, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Instance>(StringComparer.Ordinal);
        try
        {
            await foreach (var instance in client.ListInstancesAsync(region, [.. instances.Select(instance => instance.InstanceId)], cancellationToken))
                found[instance.InstanceId] = instance;
        }
        catch (TencentCloudException exception)
        {
            foreach (var instance in instances)
                fail(instance, exception);
            return [];
        }

        foreach (var missing in instances.Where(instance => !found.ContainsKey(instance.InstanceId)))
            fail(missing, new RuleViolationException(InstanceRemovalRules.NotFound(missing.InstanceId, region)));
        return [.. instances.Where(instance => found.ContainsKey(instance.InstanceId)).Select(instance => new InstanceRemovalPlan(found[instance.InstanceId], region))];
    }
}
