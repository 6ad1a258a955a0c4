using System.Text;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Checks the names in a launch configuration: its own, and those of the instances and hosts.</summary>
internal static class ConfigurationNameRules
{
    private const int MaxNameBytes = 60;
    private const int MinInstanceName = 2;
    private const int MaxInstanceName = 108;
    private const int MinHostName = 2;
    private const int MaxHostName = 42;
    private const int MaxHostNameWithSuffix = 46;

    public static void Check(SimulatedLaunchConfiguration configuration, SimulatedImage? image, ActionContext context)
    {
        var parameters = context.Parameters;
        if (parameters.Has("LaunchConfigurationName"))
            CheckName(parameters.Text("LaunchConfigurationName"), configuration, context);
        if (parameters.Object("InstanceNameSettings") is { } instance)
            CheckInstanceName(instance.Text("InstanceName"), instance.Text("InstanceNameSuffix"));
        if (parameters.Object("HostNameSettings") is { } host)
            CheckHostName(host.Text("HostName"), host.Text("HostNameSuffix"), image);
    }

    private static void CheckName(string name, SimulatedLaunchConfiguration configuration, ActionContext context)
    {
        if (name.Length == 0)
            throw new ServiceException("InvalidParameterValue.TooShort", "LaunchConfigurationName");
        if (Encoding.UTF8.GetByteCount(name) > MaxNameBytes)
            throw new ServiceException("InvalidParameterValue.TooLong", "LaunchConfigurationName");
        if (!name.All(character => char.IsLetterOrDigit(character) || character is '_' or '-' or '.'))
            throw new ServiceException("InvalidParameterValue", "LaunchConfigurationName");
        if (ScalingTargets.Configurations(context).Any(known => known.LaunchConfigurationName == name && known.LaunchConfigurationId != configuration.LaunchConfigurationId))
            throw new ServiceException("InvalidParameterValue.LaunchConfigurationNameDuplicated", name);
    }

    private static void CheckInstanceName(string name, string suffix)
    {
        if (name.Length is < MinInstanceName or > MaxInstanceName)
            throw new ServiceException("InvalidParameterValue.InstanceNameIllegal", "InstanceNameSettings.InstanceName");
        // The name, a delimiter and the suffix.
        if (suffix.Length > 0 && name.Length + 1 + suffix.Length > MaxInstanceName)
            throw new ServiceException("InvalidParameterValue.InstanceNameWithSuffixTooLong", "InstanceNameSettings.InstanceNameSuffix");
    }

    private static void CheckHostName(string name, string suffix, SimulatedImage? image)
    {
        if (image?.IsWindows == true)
            throw new ServiceException("InvalidParameter.HostNameUnavailable", image.ImageId);
        var isRight = name.Length is >= MinHostName and <= MaxHostName && name.Split('.', '-').All(part => part.Length > 0 && part.All(IsAsciiLetterOrDigit))
            && !name.All(character => character is >= '0' and <= '9');
        if (!isRight)
            throw new ServiceException("InvalidParameterValue.HostNameIllegal", "HostNameSettings.HostName");
        if (suffix.Length > 0 && name.Length + 1 + suffix.Length > MaxHostNameWithSuffix)
            throw new ServiceException("InvalidParameterValue.HostNameWithSuffixTooLong", "HostNameSettings.HostNameSuffix");
    }

    private static bool IsAsciiLetterOrDigit(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
