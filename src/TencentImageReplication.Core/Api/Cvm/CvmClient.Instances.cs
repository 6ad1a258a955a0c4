using System.Runtime.CompilerServices;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Api.Lists;

namespace TencentImageReplication.Core.Api.Cvm;

public sealed partial class CvmClient
{
    /// <summary>
    /// RunInstances: starts instances. Retried after a lost response only if the request has a client token. With
    /// <c>DryRun</c>, returns if the purchase would succeed.
    /// </summary>
    public Task<RunInstancesResponse> RunInstancesAsync(
        string region, RunInstancesRequest request, CancellationToken cancellationToken, Action<int>? attempting = null) =>
        PassDryRunAsync(
            request.DryRun,
            connection.SendAsync(CvmActions.RunInstances, request, region, cancellationToken, attempting),
            requestId => new RunInstancesResponse { RequestId = requestId });

    /// <summary>TerminateInstances: deletes instances. A prepaid instance is moved to the recycle bin by the first request, and deleted by the second.</summary>
    public Task<TerminateInstancesResponse> TerminateInstancesAsync(
        string region, IReadOnlyList<string> instanceIds, CancellationToken cancellationToken) =>
        connection.SendAsync(
            CvmActions.TerminateInstances, new TerminateInstancesRequest { InstanceIds = instanceIds }, region, cancellationToken);

    /// <summary>InquiryPriceRunInstances: returns the price of instances.</summary>
    public Task<InquiryPriceRunInstancesResponse> InquiryPriceRunInstancesAsync(
        string region, InquiryPriceRunInstancesRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(CvmActions.InquiryPriceRunInstances, request, region, cancellationToken);

    /// <summary>DescribeInstances: returns one page of instances.</summary>
    public Task<DescribeInstancesResponse> DescribeInstancesAsync(
        string region, DescribeInstancesRequest request, CancellationToken cancellationToken) =>
        _lists.ReadPageAsync(CvmLists.Instances, request, region, cancellationToken, request.Offset, request.InstanceIds);

    /// <summary>Reads all pages of DescribeInstances and returns each instance that matches once.</summary>
    public IAsyncEnumerable<Instance> ListInstancesAsync(
        string region, IReadOnlyList<Filter>? filters, CancellationToken cancellationToken) =>
        _lists.ReadAllAsync(
            CvmLists.Instances,
            region,
            offset => new DescribeInstancesRequest { Filters = NullWhenEmpty(filters), Offset = offset, Limit = Paging.PageSize },
            cancellationToken);

    /// <summary>Finds instances by ID, in as many calls of DescribeInstances as necessary. Unknown IDs are missing.</summary>
    public async IAsyncEnumerable<Instance> ListInstancesAsync(
        string region,
        IReadOnlyCollection<string> instanceIds,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var batch in Paging.Batches(instanceIds))
        {
            var request = new DescribeInstancesRequest { InstanceIds = batch, Limit = Paging.PageSize };
            var page = await DescribeInstancesAsync(region, request, cancellationToken);
            foreach (var instance in page.InstanceSet)
                yield return instance;
        }
    }
}
