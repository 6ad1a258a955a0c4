using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using TencentImageReplication.Simulator.Scenarios;

namespace TencentImageReplication.Simulator.Tests.Scenarios;

/// <summary>The JSON schema that ships with the scenarios, against the code that reads them.</summary>
public class ScenarioSchemaTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Scenarios");
    private static readonly JsonSchema Schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(Folder, "scenario.schema.json")));
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>UPDATE_SCENARIO_SCHEMA names the file to write.</summary>
    [Fact]
    public void The_schema_has_the_keys_of_the_reader()
    {
        var written = ScenarioSchema.Write();
        if (Environment.GetEnvironmentVariable("UPDATE_SCENARIO_SCHEMA") is { Length: > 0 } file)
            File.WriteAllText(file, written);

        Assert.Equal(written, File.ReadAllText(Path.Combine(Folder, "scenario.schema.json")).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_ready_scenario_fits_the_schema_and_names_it() => Assert.All(Scenario.Ready, name =>
    {
        var scenario = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.json")), documentOptions: Lenient)!;

        Assert.Equal("./scenario.schema.json", (string?)scenario["$schema"]);
        Assert.True(Fits(scenario), name);
    });

    [Theory]
    [MemberData(nameof(ScenarioReachTests.Fields), MemberType = typeof(ScenarioReachTests))]
    public void Schema_and_reader_accept_a_value_of_each_key_and_refuse_others(Type type, string key)
    {
        var property = ScenarioFields.Of(type)[key];
        var good = ScenarioSamples.Words(property) ?? ScenarioSamples.Of(property, property.GetValue(Activator.CreateInstance(type)));
        JsonNode[] values = [good, 1.5, -1, 7, "soon", "30", "00:00:07", "24:00:00", "-00:00:07", "1/2/2026", "2026-02-03", true, new JsonArray(), new JsonArray(true), new JsonObject(), new JsonObject { ["x"] = true }];

        Assert.True(Fits(Around(type, key, good)), $"The schema refuses {good} for {key}.");
        Assert.All(values.Append(null), value =>
        {
            var scenario = Around(type, key, value);
            Assert.True(Fits(scenario) == Binds(type, key, value), $"{value?.ToJsonString() ?? "null"} for {key}: the schema {(Fits(scenario) ? "accepts" : "refuses")} it, the reader does not agree.");
        });
    }

    [Theory]
    [InlineData("""{ "seed": 1 }""")]
    [InlineData("""{ "images": [ { "region": "ap-beijing" } ] }""")]
    [InlineData("""{ "images": [ { "imageName": "x", "state": "READY" } ] }""")]
    [InlineData("""{ "instances": [ { "instanceName": "x" } ] }""")]
    [InlineData("""{ "instances": [ { "imageId": "img-gweb2024", "state": "UP" } ] }""")]
    [InlineData("""{ "instances": [ { "imageId": "img-gweb2024", "instanceType": "BIG" } ] }""")]
    [InlineData("""{ "accounts": [ { "name": "x" } ] }""")]
    [InlineData("""{ "copies": [ { "imageId": "img-gweb2024" } ] }""")]
    [InlineData("""{ "launchTemplates": [ { "launchTemplateName": "web" } ] }""")]
    [InlineData("""{ "launchTemplates": [ { "launchTemplateName": "web", "versions": [ { } ] } ] }""")]
    [InlineData("""{ "launchConfigurations": [ { "imageId": "img-gweb2024" } ] }""")]
    [InlineData("""{ "autoScalingGroups": [ { "autoScalingGroupName": "web" } ] }""")]
    [InlineData("""{ "autoScalingGroups": [ { "autoScalingGroupName": "web", "launchConfigurationId": "asc-00000000", "status": "SICK" } ] }""")]
    [InlineData("""{ "settings": { "refreshes": { "failingBatches": [ -1 ] } } }""")]
    [InlineData("""{ "faults": [ { } ] }""")]
    [InlineData("""{ "faults": [ { "kind": "Slow", "action": "Fly" } ] }""")]
    [InlineData("""{ "faults": [ { "kind": "Slow", "times": 2, "probability": 0.5 } ] }""")]
    [InlineData("""{ "settings": { "rateLimits": { "Fly": 1 } } }""")]
    [InlineData("""{ "settings": { "copyDuration": "30" } }""")]
    [InlineData("[]")]
    public void Both_refuse_a_mistake(string json)
    {
        Assert.False(Fits(JsonNode.Parse(json)!));
        Assert.Throws<ScenarioException>(() => Scenario.Parse(json, "x").CreateCloud(TimeProvider.System));
    }

    private static bool Fits(JsonNode scenario) => Schema.Evaluate(JsonSerializer.SerializeToElement(scenario)).IsValid;

    private static bool Binds(Type type, string key, JsonNode? value)
    {
        // What is compared with a list is checked after it is read.
        if (ScenarioSamples.Words(ScenarioFields.Of(type)[key]) is { } word && value is JsonValue text && text.GetValueKind() == JsonValueKind.String)
            return text.ToJsonString() == word.ToJsonString();
        if (key == "rateLimits" && value is JsonObject { Count: > 0 })
            return value["SyncImages"] is not null;
        var problems = new List<ScenarioProblem>();
        var binder = new ScenarioBinder(DateTimeOffset.UnixEpoch);
        binder.Apply(ScenarioParser.Parse(new JsonObject { [key] = value?.DeepClone() }.ToJsonString(), problems)!, Activator.CreateInstance(type)!);
        return problems.Count + binder.Problems.Count == 0;
    }

    /// <summary>Returns a scenario with a value of a key, and with what the object needs beside it.</summary>
    private static JsonObject Around(Type type, string key, JsonNode? value)
    {
        var owner = ScenarioSamples.Owner(type);
        var item = new JsonObject();
        foreach (var (name, sample) in owner.Needed)
        {
            if (!(key is "firstCall" or "times" && name == "probability"))
                item[name] = sample.DeepClone();
        }
        item[key] = value?.DeepClone();
        return owner.Wrap(item);
    }
}
