using System.Runtime.CompilerServices;
using TencentImageReplication.Core.Api.Lists;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>The auto scaling service. Every method throws <see cref="TencentCloudException"/> when its call fails.</summary>
/// <param name="connection">Sends the calls.</param>
public sealed partial class AutoScalingClient(TencentCloudConnection connection)
{
    private static readonly ListAction<DescribeLaunchConfigurationsRequest, DescribeLaunchConfigurationsResponse, LaunchConfiguration>
        Configurations = new(
            DescribeLaunchConfigurations.Action,
            response => new(response, response.LaunchConfigurationSet, response.TotalCount),
            configuration => configuration.LaunchConfigurationId);

    private static readonly ListAction<DescribeAutoScalingGroupsRequest, DescribeAutoScalingGroupsResponse, AutoScalingGroup> Groups = new(
        DescribeAutoScalingGroups.Action,
        response => new(response, response.AutoScalingGroupSet, response.TotalCount),
        group => group.AutoScalingGroupId);

    private readonly ListReader _lists = new(connection);

    /// <summary>Reads all pages of DescribeLaunchConfigurations and returns each launch configuration once.</summary>
    public IAsyncEnumerable<LaunchConfiguration> ListLaunchConfigurationsAsync(string region, CancellationToken cancellationToken) =>
        _lists.ReadAllAsync(
            Configurations,
            region,
            offset => new DescribeLaunchConfigurationsRequest { Offset = offset, Limit = Paging.PageSize },
            cancellationToken);

    /// <summary>Finds launch configurations by ID, in as many calls as necessary. Unknown IDs are missing.</summary>
    public async IAsyncEnumerable<LaunchConfiguration> ListLaunchConfigurationsAsync(
        string region, IEnumerable<string> configurationIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var batch in Paging.Batches(configurationIds))
        {
            var request = new DescribeLaunchConfigurationsRequest { LaunchConfigurationIds = batch, Limit = Paging.PageSize };
            var page = await _lists.ReadPageAsync(Configurations, request, region, cancellationToken, ids: batch);
            foreach (var configuration in page.LaunchConfigurationSet)
                yield return configuration;
        }
    }

    /// <summary>Reads all pages of DescribeAutoScalingGroups and returns each scaling group once.</summary>
    public IAsyncEnumerable<AutoScalingGroup> ListGroupsAsync(string region, CancellationToken cancellationToken) =>
        _lists.ReadAllAsync(
            Groups,
            region,
            offset => new DescribeAutoScalingGroupsRequest { Offset = offset, Limit = Paging.PageSize },
            cancellationToken);
}
