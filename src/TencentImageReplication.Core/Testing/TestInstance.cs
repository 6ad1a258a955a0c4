using System.Globalization;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Testing;

/// <summary>Builds the request for a test instance. A tag identifies it from its creation, and a timer deletes it if nothing else does.</summary>
internal static class TestInstance
{
    /// <summary>The time from the end of a test until the service deletes the instance by itself.</summary>
    public static readonly TimeSpan TimerMargin = TimeSpan.FromMinutes(15);

    /// <summary>Builds the request.</summary>
    /// <param name="image">The image to test.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="token">The client token, which is also part of the name of the instance.</param>
    /// <param name="deadline">The end of the test.</param>
    public static RunInstancesRequest Build(Image image, BootTestSettings settings, string token, DateTimeOffset deadline) => new()
    {
        ImageId = image.ImageId,
        InstanceType = settings.InstanceType,
        InstanceCount = 1,
        InstanceName = NameOf(token),
        Placement = settings.Zone is { } zone ? new Placement { Zone = zone } : null,
        VirtualPrivateCloud = settings.VpcId is { } vpc ? new VirtualPrivateCloud { VpcId = vpc, SubnetId = settings.SubnetId } : null,
        SecurityGroupIds = settings.SecurityGroupIds,
        // With a new login, the service would send a message with a password for each test. A public image has no login to keep.
        LoginSettings = image.ImageType == ImageTypes.Public ? null : new LoginSettings { KeepImageLogin = "true" },
        // Off by default for all but public images.
        EnhancedService = new EnhancedService { AutomationService = new RunAutomationServiceEnabled { Enabled = true } },
        TagSpecification = InstanceTemplate.Tags([TestTags.Instance]),
        ActionTimer = new ActionTimer { TimerAction = nameof(CvmActions.TerminateInstances), ActionTime = Time(deadline + TimerMargin) },
        ClientToken = token,
    };

    /// <summary>Returns the name of the instance, and of the command on it, of a test.</summary>
    /// <param name="token">The client token of the instance.</param>
    public static string NameOf(string token) => $"image-test-{token}";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
