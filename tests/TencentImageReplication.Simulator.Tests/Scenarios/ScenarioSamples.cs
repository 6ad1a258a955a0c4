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
            sample[key] = Of(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
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

    public static IEnumerable<Type> Objects =>
    [
        typeof(SimulatedCloudOptions), typeof(CopyLifeCycle), typeof(SimulatedAccount), typeof(SimulatedRole), typeof(SimulatedImage),
        typeof(SimulatedInstance), typeof(ScenarioCopy), typeof(ScenarioFault),
    ];
}
