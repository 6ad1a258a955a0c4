using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>
/// The automation agent of new instances: by default only those of public images have one. Source: the type
/// <c>EnhancedService</c> of Tencent's API metadata.
/// </summary>
internal static class AgentRules
{
    public static bool IsInstalled(Parameters parameters, SimulatedImage image, ActionContext context)
    {
        var isPublic = ImageStore.TypeFor(image, context.AccountId) == ImageTypes.Public;
        var isSupported = !isPublic || (!image.IsWindows && image.Architecture == "x86_64");
        if (parameters.Object("EnhancedService")?.Object("AutomationService") is not { } service)
            return isPublic && isSupported;
        var isEnabled = service.Flag("Enabled");
        return !isEnabled || isSupported ? isEnabled : throw new ServiceException("FailedOperation.TatAgentNotSupport", image.ImageId);
    }
}
