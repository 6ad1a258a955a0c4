using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>
/// Writes the parameters of a launch template version as the service returns them: those that it was created with, without jumbo
/// frames, metadata and network interfaces, and of the login only the key pairs. Source: <c>LaunchTemplateVersionData</c>.
/// </summary>
internal static class TemplateVersionJson
{
    private static readonly string[] Returned =
    [
        "Placement", "InstanceType", "InstanceName", "SystemDisk", "DataDisks", "InternetAccessible", "VirtualPrivateCloud", "ImageId",
        "SecurityGroupIds", "CamRoleName", "HpcClusterId", "EnhancedService", "UserData", "DisasterRecoverGroupIds", "ActionTimer",
        "InstanceMarketOptions", "HostName", "InstanceChargePrepaid", "TagSpecification",
    ];

    public static JsonObject Data(SimulatedTemplateVersion version)
    {
        var parameters = JsonNode.Parse(version.Parameters)!.AsObject();
        var data = new JsonObject
        {
            // The service fills in these defaults, as its example shows.
            ["InstanceChargeType"] = parameters["InstanceChargeType"]?.DeepClone() ?? ChargeTypes.Hourly,
            ["InstanceCount"] = parameters["InstanceCount"]?.DeepClone() ?? 1,
            ["DisableApiTermination"] = parameters["DisableApiTermination"]?.DeepClone() ?? false,
        };
        foreach (var name in Returned.Where(name => parameters[name] is not null))
            data[name] = parameters[name]!.DeepClone();
        if (parameters["LoginSettings"] is JsonObject login && login["KeyIds"] is { } keys)
            data["LoginSettings"] = new JsonObject { ["KeyIds"] = keys.DeepClone() };
        return data;
    }
}
