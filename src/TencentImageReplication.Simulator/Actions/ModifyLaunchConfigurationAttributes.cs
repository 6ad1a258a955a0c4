using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Changes a launch configuration. Existing instances stay as they are; later ones use the new settings.</summary>
internal sealed class ModifyLaunchConfigurationAttributes : IApiAction
{
    private const int MaxInstanceTags = 10;

    // Returned as they were given; they have no effect on simulated instances.
    private static readonly string[] Echoed =
    [
        "SystemDisk", "DataDisks", "InternetAccessible", "InstanceMarketOptions", "InstanceChargePrepaid", "DiskTypePolicy", "HostNameSettings",
        "InstanceNameSettings", "EnhancedService", "IPv6InternetAccessible",
    ];

    public string Name => nameof(ModifyLaunchConfigurationAttributes);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var parameters = context.Parameters;
        var old = ScalingTargets.Configuration(context);
        var image = ConfigurationRules.Image(parameters, context) ?? ConfigurationImage.Find(old, context.State, context.Now);
        ConfigurationNameRules.Check(old, image, context);
        ConfigurationRules.CheckUserData(parameters);
        ConfigurationRules.CheckResources(parameters, context);
        var types = ConfigurationRules.InstanceTypes(parameters, image, context) ?? old.InstanceTypes;
        var chargeType = ConfigurationChargeRules.Check(parameters, old.InstanceChargeType);
        var login = ConfigurationRules.Login(parameters, image, context);
        ConfigurationRules.CheckDisks(parameters, image, context);
        var tags = parameters.Objects("InstanceTags").Select(tag => new SimulatedTag(tag.Text("Key"), tag.Text("Value"))).ToList();
        if (tags.Count > MaxInstanceTags)
            throw new ServiceException("InvalidParameterValue.LimitExceeded", "InstanceTags");

        context.State.AutoScaling.Put(old with
        {
            LaunchConfigurationName = parameters.Text("LaunchConfigurationName", old.LaunchConfigurationName),
            ImageId = parameters.Text("ImageId", old.ImageId),
            ImageFamily = parameters.Text("ImageFamily", old.ImageFamily),
            InstanceTypes = types,
            InstanceChargeType = chargeType,
            UserData = parameters.Has("UserData") ? Given(parameters.Text("UserData")) : old.UserData,
            HostName = parameters.Object("HostNameSettings")?.Text("HostName") ?? old.HostName,
            KeyIds = login?.KeyIds ?? old.KeyIds,
            KeepImageLogin = login?.KeepImageLogin ?? old.KeepImageLogin,
            SecurityGroupIds = parameters.Has("SecurityGroupIds") ? parameters.Texts("SecurityGroupIds") : old.SecurityGroupIds,
            CamRoleName = parameters.Text("CamRoleName", old.CamRoleName),
            InstanceTags = parameters.Has("InstanceTags") ? tags : old.InstanceTags,
            VersionNumber = old.VersionNumber + 1,
            UpdatedTime = context.Now,
            OtherSettings = Others(old.OtherSettings, parameters, chargeType),
        });
        return [];
    }

    private static string? Given(string text) => text.Length > 0 ? text : null;

    private static string Others(string old, Parameters parameters, string chargeType)
    {
        var others = JsonNode.Parse(old)!.AsObject();
        var given = JsonNode.Parse(parameters.Json)!.AsObject();
        foreach (var name in Echoed.Where(parameters.Has))
            others[name] = given[name]!.DeepClone();
        if (parameters.Has("InstanceTypes"))
            others["LastOperationInstanceTypesCheckPolicy"] = parameters.Text("InstanceTypesCheckPolicy", "ANY");
        // Documented: the settings of a charge type are dropped with it.
        foreach (var name in ConfigurationChargeRules.SettingsOfOtherTypes(chargeType))
            others.Remove(name);
        return others.ToJsonString();
    }
}
