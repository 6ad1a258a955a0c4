using System.Runtime.CompilerServices;
using TencentImageReplication.Core.Api.AutoScaling;

namespace TencentImageReplication.Core.Targets;

/// <summary>A scaling group with its launch configuration, which has the image that instances are created from.</summary>
/// <param name="Group">The group.</param>
/// <param name="Configuration">The configuration; null if the service does not list it.</param>
public sealed record ScalingGroupTarget(AutoScalingGroup Group, LaunchConfiguration? Configuration)
{
    /// <summary>Lists scaling groups of a region. Their configurations need few requests.</summary>
    /// <param name="client">The service.</param>
    /// <param name="region">The region.</param>
    /// <param name="isWanted">Selects groups.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async IAsyncEnumerable<ScalingGroupTarget> ListAsync(
        AutoScalingClient client, string region, Func<AutoScalingGroup, bool> isWanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var groups = new List<AutoScalingGroup>();
        await foreach (var group in client.ListGroupsAsync(region, cancellationToken))
        {
            if (isWanted(group))
                groups.Add(group);
        }

        // A service that cannot name the configuration of a group returns an empty ID.
        var ids = groups.Select(group => group.LaunchConfigurationId).Where(id => id.Length > 0);
        var configurations = new Dictionary<string, LaunchConfiguration>(StringComparer.Ordinal);
        await foreach (var configuration in client.ListLaunchConfigurationsAsync(region, ids, cancellationToken))
            configurations[configuration.LaunchConfigurationId] = configuration;

        foreach (var group in groups)
            yield return new(group, configurations.TryGetValue(group.LaunchConfigurationId, out var configuration) ? configuration : null);
    }
}
