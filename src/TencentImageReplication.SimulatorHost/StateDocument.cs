using System.Text.Json;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.SimulatorHost;

/// <summary>Writes the state of the simulator as JSON. It needs no signature and has no secrets.</summary>
internal static class StateDocument
{
    public const string Path = "/_simulator/state";

    public static async Task WriteAsync(HttpContext context, SimulatedCloud cloud)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        context.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(context.Response.Body, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        List(writer, "accounts", cloud.Accounts, WriteAccount);
        List(writer, "images", cloud.Images(), WriteImage);
        List(writer, "instances", cloud.Instances(), WriteInstance);
        List(writer, "launchTemplates", cloud.LaunchTemplates(), WriteLaunchTemplate);
        List(writer, "launchConfigurations", cloud.LaunchConfigurations(), WriteLaunchConfiguration);
        List(writer, "autoScalingGroups", cloud.ScalingGroups(), WriteScalingGroup);
        writer.WriteStartObject("callCounts");
        foreach (var (action, count) in cloud.CallCounts)
            writer.WriteNumber(action, count);
        writer.WriteEndObject();
        List(writer, "calls", cloud.Calls, WriteCall);
        writer.WriteEndObject();
        await writer.FlushAsync(context.RequestAborted);
    }

    private static void List<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteAccount(Utf8JsonWriter writer, SimulatedAccount account)
    {
        writer.WriteString("accountId", account.AccountId);
        writer.WriteString("name", account.Name);
        writer.WriteString("secretId", account.SecretId);
    }

    private static void WriteImage(Utf8JsonWriter writer, SimulatedImage image)
    {
        writer.WriteString("imageId", image.ImageId);
        writer.WriteString("imageName", image.ImageName);
        writer.WriteString("accountId", image.AccountId);
        writer.WriteString("region", image.Region);
        writer.WriteString("state", image.State);
        if (image.SyncPercent is { } percent)
            writer.WriteNumber("syncPercent", percent);
        else
            writer.WriteNull("syncPercent");
        writer.WriteNumber("sizeGB", image.SizeGB);
        writer.WriteString("createdTime", image.CreatedTime);
        writer.WriteString("copiedFrom", image.CopiedFrom);
    }

    private static void WriteInstance(Utf8JsonWriter writer, SimulatedInstance instance)
    {
        writer.WriteString("instanceId", instance.InstanceId);
        writer.WriteString("instanceName", instance.InstanceName);
        writer.WriteString("accountId", instance.AccountId);
        writer.WriteString("region", instance.Region);
        writer.WriteString("zone", instance.Zone);
        writer.WriteString("instanceType", instance.InstanceType);
        writer.WriteString("imageId", instance.ImageId);
        writer.WriteString("state", instance.State);
    }

    private static void WriteLaunchTemplate(Utf8JsonWriter writer, SimulatedLaunchTemplate template)
    {
        writer.WriteString("launchTemplateId", template.LaunchTemplateId);
        writer.WriteString("launchTemplateName", template.LaunchTemplateName);
        writer.WriteString("accountId", template.AccountId);
        writer.WriteString("region", template.Region);
        writer.WriteNumber("defaultVersion", template.DefaultVersion);
        List(writer, "versions", template.Versions, (inner, version) =>
        {
            inner.WriteNumber("number", version.Number);
            inner.WriteString("imageId", version.ImageId);
        });
    }

    private static void WriteLaunchConfiguration(Utf8JsonWriter writer, SimulatedLaunchConfiguration configuration)
    {
        writer.WriteString("launchConfigurationId", configuration.LaunchConfigurationId);
        writer.WriteString("launchConfigurationName", configuration.LaunchConfigurationName);
        writer.WriteString("accountId", configuration.AccountId);
        writer.WriteString("region", configuration.Region);
        writer.WriteString("imageId", configuration.ImageId);
        writer.WriteNumber("versionNumber", configuration.VersionNumber);
    }

    private static void WriteScalingGroup(Utf8JsonWriter writer, SimulatedScalingGroup group)
    {
        writer.WriteString("autoScalingGroupId", group.AutoScalingGroupId);
        writer.WriteString("autoScalingGroupName", group.AutoScalingGroupName);
        writer.WriteString("accountId", group.AccountId);
        writer.WriteString("region", group.Region);
        writer.WriteString("launchConfigurationId", group.LaunchConfigurationId);
        List(writer, "instances", group.Instances, (inner, member) => inner.WriteString("instanceId", member.InstanceId));
    }

    private static void WriteCall(Utf8JsonWriter writer, SimulatedCall call)
    {
        writer.WriteString("time", call.Time);
        writer.WriteString("action", call.Action);
        writer.WriteString("region", call.Region);
        writer.WriteString("accountId", call.AccountId);
        writer.WriteString("requestId", call.RequestId);
        writer.WriteString("outcome", call.Outcome);
        writer.WriteBoolean("acted", call.Acted);
        writer.WriteString("fault", call.Fault?.ToString());
    }
}
