using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Instances.Deleting;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Testing;

/// <summary>Deletes the instance of a test, whatever happened before. It cannot be cancelled: only the end of the process keeps it from that.</summary>
internal sealed class TestInstanceEnd(CvmClient client, TimeProvider timeProvider, ILogger logger)
{
    private static readonly Backoff Pauses = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10));

    /// <summary>The time that an instance may take to become visible after a request without a response.</summary>
    private static readonly TimeSpan VisibilityWindow = TimeSpan.FromMinutes(1);

    private readonly InstanceTerminator _terminator = new(client, timeProvider, logger);
    private readonly ReadPoll _poll = new(timeProvider, logger);

    /// <summary>Deletes an instance. If that fails, a warning says until when it lives.</summary>
    public async Task DeleteAsync(InstanceRef instance)
    {
        try
        {
            await _terminator.DeleteAsync(instance, isPrepaid: false, isNew: true, CancellationToken.None);
            DeletionLog.Deleted(logger, instance);
        }
        // A code of TerminateInstances: the service refuses such an instance. By Tencent's Terraform provider, it removes it itself.
        catch (TencentCloudException exception) when (exception.Code == "UnsupportedOperation.InstanceStateLaunchFailed")
        {
            TestLog.NothingToDelete(logger, instance);
        }
        catch (TencentCloudException exception)
        {
            TestLog.NotDeleted(logger, instance, exception);
        }
    }

    /// <summary>Finds the instances of a request without a response by their unique name and by the tag of tests, and deletes them.</summary>
    public async Task DeleteLostAsync(string region, RunInstancesRequest request)
    {
        var (found, _) = await _poll.RunAsync(region, VisibilityWindow, Pauses, FindAsync, instances => instances.Count > 0, CancellationToken.None);
        if (found is null)
            TestLog.MayExist(logger, region, request.InstanceName!);
        foreach (var instance in found ?? [])
            await DeleteAsync(new InstanceRef(instance.InstanceId, region));

        async Task<IReadOnlyList<Instance>> FindAsync()
        {
            Filter[] filters = [new() { Name = "instance-name", Values = [request.InstanceName!] }];
            var instances = new List<Instance>();
            await foreach (var instance in client.ListInstancesAsync(region, filters, CancellationToken.None))
            {
                if (instance.InstanceName == request.InstanceName && TestTags.IsTest(instance))
                    instances.Add(instance);
            }

            return instances;
        }
    }
}
