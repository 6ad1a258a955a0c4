using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Scenarios;

namespace TencentImageReplication.Simulator.Tests.Scenarios;

/// <summary>Writes a value for every key of a scenario, other than the default.</summary>
internal static class ScenarioSamples
{
    public static JsonNode Of(PropertyInfo property, object? current)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return current switch
        {
            bool flag => !flag,
            int number => number + 1,
            TimeSpan time => (time + TimeSpan.FromSeconds(1)).ToString("c", CultureInfo.InvariantCulture),
            double part => part == 0.25 ? 0.75 : 0.25,
            Enum known => Enum.GetValues(type).Cast<object>().First(value => !value.Equals(known)).ToString()!,
            _ => Of(type),
        };
    }

    private static JsonNode Of(Type type)
    {
        if (ScenarioFields.ValueOf(type) is { } valueType)
            return new JsonObject { ["some-key"] = Of(valueType) };
        if (ScenarioFields.ItemOf(type) is { } itemType)
            return new JsonArray(Of(itemType));
        if (type == typeof(string))
            return "some text";
        if (type == typeof(bool))
            return true;
        if (type == typeof(int) || type == typeof(long))
            return 7;
        if (type == typeof(double))
            return 0.25;
        if (type == typeof(TimeSpan))
            return "00:00:07";
        if (type == typeof(DateTimeOffset))
            return "2026-01-02T03:04:05Z";
        if (type.IsEnum)
            return Enum.GetNames(type)[^1];
        var sample = new JsonObject();
        foreach (var (key, property) in ScenarioFields.Of(type))
            sample[key] = Words(property) ?? Of(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        return sample;
    }

    /// <summary>Returns the value of a property as text that shows all its parts.</summary>
    public static string Show(object? value) => value switch
    {
        null => "null",
        string text => text,
        IDictionary map => string.Join(';', map.Keys.Cast<object>().Select(key => $"{key}={Show(map[key])}")),
        IEnumerable list => string.Join(';', list.Cast<object>().Select(Show)),
        _ => value.ToString()!,
    };

    /// <summary>Returns a value of a key whose text is compared with a list; null for other keys.</summary>
    public static JsonNode? Words(PropertyInfo property) => (property.DeclaringType!.Name, property.Name) switch
    {
        (nameof(ScenarioFault), nameof(ScenarioFault.Action)) => "SyncImages",
        (nameof(SimulatedImage), nameof(SimulatedImage.State)) => ImageStates.Creating,
        (nameof(SimulatedInstance), nameof(SimulatedInstance.State)) => InstanceStates.Stopped,
        (nameof(SimulatedInstance), nameof(SimulatedInstance.InstanceType)) => "S5.LARGE8",
        (nameof(ScenarioTemplateVersion), nameof(ScenarioTemplateVersion.InstanceType)) => "S5.LARGE8",
        (nameof(ScenarioScalingGroup), nameof(ScenarioScalingGroup.Status)) => "LB_ABNORMAL",
        (nameof(SimulatedCloudOptions), nameof(SimulatedCloudOptions.RateLimits)) => new JsonObject { ["SyncImages"] = 3 },
        _ => null,
    };

    /// <summary>Returns the keys that an object must have, and the place of the object in a scenario.</summary>
    public static (Dictionary<string, JsonNode> Needed, Func<JsonObject, JsonObject> Wrap) Owner(Type type)
    {
        Func<JsonObject, JsonObject> In(string key) => item => new JsonObject { [key] = new JsonArray(item) };
        return type.Name switch
        {
            nameof(SimulatedCloudOptions) => ([], item => new JsonObject { ["settings"] = item }),
            nameof(InstanceLifeCycle) => ([], item => new JsonObject { ["settings"] = new JsonObject { ["launchesOf"] = new JsonObject { ["ap-beijing"] = item } } }),
            nameof(CommandResult) => ([], item => new JsonObject { ["settings"] = new JsonObject { ["launches"] = new JsonObject { ["commands"] = new JsonArray(item) } } }),
            nameof(CopyLifeCycle) => ([], item => new JsonObject { ["settings"] = new JsonObject { ["copies"] = item } }),
            nameof(SimulatedAccount) => (new() { ["accountId"] = "100000000001", ["secretId"] = "x" }, In("accounts")),
            nameof(SimulatedRole) => (new() { ["name"] = "x" }, In("roles")),
            nameof(SimulatedImage) => (new() { ["imageName"] = "x", ["imageId"] = "img-12345678" }, In("images")),
            nameof(SimulatedInstance) => (new() { ["imageId"] = "img-gweb2024", ["instanceId"] = "ins-12345678" }, In("instances")),
            nameof(ScenarioCopy) => (new() { ["imageId"] = "img-gweb2024", ["region"] = "ap-nanjing" }, In("copies")),
            nameof(RefreshLifeCycle) => ([], item => new JsonObject { ["settings"] = new JsonObject { ["refreshes"] = item } }),
            nameof(ScenarioLaunchTemplate) => (
                new() { ["launchTemplateName"] = "web", ["versions"] = new JsonArray(new JsonObject { ["imageId"] = "img-gweb2024" }) }, In("launchTemplates")),
            nameof(ScenarioTemplateVersion) => (new() { ["imageId"] = "img-gweb2024" }, item => new JsonObject
            {
                ["launchTemplates"] = new JsonArray(new JsonObject { ["launchTemplateName"] = "web", ["versions"] = new JsonArray(item) }),
            }),
            nameof(SimulatedLaunchConfiguration) => (new() { ["launchConfigurationName"] = "web", ["imageId"] = "img-gweb2024" }, In("launchConfigurations")),
            nameof(ScenarioScalingGroup) => (new() { ["autoScalingGroupName"] = "web", ["launchConfigurationId"] = "asc-12345678" }, In("autoScalingGroups")),
            nameof(ScenarioFault) => (new() { ["kind"] = "Slow" }, In("faults")),
            _ => throw new NotSupportedException(type.Name),
        };
    }

    public static IEnumerable<Type> Objects =>
    [
        typeof(SimulatedCloudOptions), typeof(CopyLifeCycle), typeof(InstanceLifeCycle), typeof(CommandResult), typeof(SimulatedAccount), typeof(SimulatedRole), typeof(SimulatedImage),
        typeof(SimulatedInstance), typeof(ScenarioCopy), typeof(ScenarioFault),
        typeof(RefreshLifeCycle), typeof(ScenarioLaunchTemplate), typeof(ScenarioTemplateVersion), typeof(SimulatedLaunchConfiguration), typeof(ScenarioScalingGroup),
    ];
}
