using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Finds the objects of auto scaling that a request can see.</summary>
internal static class ScalingTargets
{
    /// <summary>Returns the scaling groups of the account in the region of the request.</summary>
    public static IEnumerable<SimulatedScalingGroup> Groups(ActionContext context) => context.State.AutoScaling.Groups
        .Where(group => group.AccountId == context.AccountId && group.Region == context.Region);

    /// <summary>Returns the launch configurations of the account in the region of the request.</summary>
    public static IEnumerable<SimulatedLaunchConfiguration> Configurations(ActionContext context) => context.State.AutoScaling.Configurations
        .Where(configuration => configuration.AccountId == context.AccountId && configuration.Region == context.Region);

    /// <summary>Finds the launch configuration that a request names.</summary>
    public static SimulatedLaunchConfiguration Configuration(ActionContext context)
    {
        var id = context.Parameters.Text("LaunchConfigurationId");
        if (!IdFormat.Fits("asc", id))
            throw new ServiceException("InvalidParameterValue.InvalidLaunchConfigurationId", id);
        return Configurations(context).FirstOrDefault(known => known.LaunchConfigurationId == id)
            ?? throw new ServiceException("ResourceNotFound.LaunchConfigurationIdNotFound", id);
    }
}
