using System.Reflection;
using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Scenarios;

namespace TencentImageReplication.Simulator.Tests.Scenarios;

/// <summary>Everything that a setting or a fault can play can be written into a scenario. A new setting without a key fails here.</summary>
public class ScenarioReachTests
{
    public static TheoryData<string> Settings => [.. Properties(typeof(SimulatedCloudOptions)).Select(property => property.Name)];

    public static TheoryData<Type, string> Fields
    {
        get
        {
            var fields = new TheoryData<Type, string>();
            foreach (var type in ScenarioSamples.Objects)
            {
                foreach (var key in ScenarioFields.Of(type).Keys)
                    fields.Add(type, key);
            }
            return fields;
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_scenario_can_set_every_setting(string name)
    {
        var property = typeof(SimulatedCloudOptions).GetProperty(name)!;
        Assert.True(ScenarioFields.Of(typeof(SimulatedCloudOptions)).ContainsKey(ScenarioFields.Key(name)), $"A scenario has no key for the setting {name}.");

        Sets(property, new SimulatedCloudOptions());
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_scenario_can_set_every_property_of_its_objects(Type type, string key) =>
        Sets(ScenarioFields.Of(type)[key], Activator.CreateInstance(type)!);

    [Theory]
    [InlineData(typeof(Fault))]
    [InlineData(typeof(FaultRule))]
    [InlineData(typeof(FaultChance))]
    public void A_scenario_has_a_key_for_every_property_of_a_fault(Type type)
    {
        var names = Properties(type).Where(property => property.CanWrite && property.PropertyType != typeof(Fault)).Select(property => ScenarioFields.Key(property.Name));

        Assert.Empty(names.Except(ScenarioFields.Of(typeof(ScenarioFault)).Keys));
    }

    [Fact]
    public async Task A_scenario_plays_every_kind_of_fault_for_an_action()
    {
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            var time = new VirtualClock(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));
            var cloud = Scenario.Parse($$"""{ "faults": [ { "kind": "{{kind}}", "action": "DescribeRegions" } ] }""", "x").CreateCloud(time);

            await cloud.HandleAsync(new("POST", "/", [KeyValuePair.Create("X-TC-Action", "DescribeRegions")], []), CancellationToken.None);
            await cloud.HandleAsync(new("POST", "/", [KeyValuePair.Create("X-TC-Action", "DescribeZones")], []), CancellationToken.None);

            Assert.Equal([kind, null], cloud.Calls.Select(call => call.Fault));
        }
    }

    private static void Sets(PropertyInfo property, object target)
    {
        var sample = ScenarioSamples.Of(property, property.GetValue(target));
        var before = ScenarioSamples.Show(property.GetValue(target));
        var key = ScenarioFields.Key(property.Name);
        var problems = new List<ScenarioProblem>();
        var node = ScenarioParser.Parse(new JsonObject { [key] = sample }.ToJsonString(), problems)!;
        var binder = new ScenarioBinder(DateTimeOffset.UnixEpoch);

        binder.Apply(node, target);

        Assert.Empty(problems);
        Assert.Empty(binder.Problems);
        Assert.NotEqual(before, ScenarioSamples.Show(property.GetValue(target)));
    }

    private static PropertyInfo[] Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
}
