using System.Globalization;
using System.Text.Json;
using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Scenarios;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Scenarios;

public sealed class ScenarioTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private readonly VirtualClock _time = new(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));

    public ScenarioTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    private SimulatedCloud Play(string json) => Scenario.Parse(json, "x.json").CreateCloud(_time);

    private IReadOnlyList<ScenarioProblem> Problems(string json) => Assert.Throws<ScenarioException>(() => Play(json)).Problems;

    [Fact]
    public void An_empty_scenario_is_the_default_world() =>
        Assert.Equal(SimulatedWorld.Create(new SimulatedCloudOptions(), _time).Images().Select(image => image.ImageId), Play("{}").Images().Select(image => image.ImageId));

    [Fact]
    public void A_scenario_adds_accounts_images_instances_and_copies()
    {
        var cloud = Play("""
            {
              "world": "Empty",
              "settings": { "moreRegions": [ { "id": "ap-atlantis", "englishName": "Atlantis", "chineseName": "亚特兰蒂斯", "area": "Mainland" } ] },
              "accounts": [ { "accountId": "100000000042", "name": "factory", "crossBorderEnabled": true } ],
              // A comment, and a comma at the end.
              "images": [
                {
                  "imageId": "img-factory1", "imageName": "base", "region": "ap-atlantis", "createdTime": "-30.00:00:00",
                  "tags": { "env": "prod" },
                  "snapshots": [
                    { "snapshotId": "snap-factory1", "diskUsage": "SYSTEM_DISK", "diskSizeGB": 50 },
                    { "snapshotId": "snap-factory2", "diskUsage": "DATA_DISK", "diskSizeGB": 200 }
                  ],
                },
              ],
              "instances": [ { "instanceId": "ins-factory1", "imageId": "img-factory1", "instanceName": "web", "tags": [ { "key": "env", "value": "test" } ] } ],
              "copies": [ { "imageId": "img-factory1", "region": "ap-nanjing", "started": "-00:05:00" } ]
            }
            """);

        var account = Assert.Single(cloud.Accounts);
        Assert.True(account.CrossBorderEnabled);
        var image = cloud.FindImage("img-factory1")!;
        Assert.Equal(_time.GetUtcNow().AddDays(-30), image.CreatedTime);
        Assert.Equal([new SimulatedTag("env", "prod")], image.Tags);
        var instance = Assert.Single(cloud.Instances());
        Assert.Equal(("web", "ap-atlantis-1", "RUNNING", 200), (instance.InstanceName, instance.Zone, instance.State, Assert.Single(instance.DataDisks).SizeGB));
        Assert.Equal([new SimulatedTag("env", "test")], instance.Tags);
        var copy = Assert.Single(cloud.Images(), copy => copy.Region == "ap-nanjing");
        Assert.Equal(("SYNCING", 25), (copy.State, copy.SyncPercent));
    }

    [Fact]
    public void A_scenario_changes_what_the_default_world_has()
    {
        var cloud = Play("""
            {
              "accounts": [ { "accountId": "100000000001", "hasBalance": false } ],
              "images": [ { "imageId": "img-gweb2024", "sizeGB": 80, "deprecated": true } ]
            }
            """);

        Assert.False(cloud.Accounts[0].HasBalance);
        var image = cloud.FindImage(SimulatedWorld.WebImageId)!;
        Assert.Equal((80, true, "golden-web-2024"), (image.SizeGB, image.Deprecated, image.ImageName));
    }

    [Fact]
    public void Null_means_none_where_the_settings_say_so()
    {
        var cloud = Play("""{ "settings": { "maximumCopySizeGB": null, "clientTokenLifetime": null } }""");

        Assert.Null(cloud.Options.MaximumCopySizeGB);
        Assert.Equal(1, Assert.Single(Problems("""{ "settings": { "copyDuration": null } }""")).Line);
    }

    [Fact]
    public void Random_faults_follow_the_seed_of_the_scenario()
    {
        FaultKind?[] Draw(int seed)
        {
            var plan = Play($$"""{ "faultSeed": {{seed}}, "faults": [ { "kind": "CutAnswer", "probability": 0.5 } ] }""").Faults;
            return [.. Enumerable.Range(0, 40).Select(_ => plan.Next("SyncImages", isKnownAction: true, "ap-guangzhou")?.Kind)];
        }

        Assert.Equal(Draw(7), Draw(7));
        Assert.NotEqual(Draw(7), Draw(8));
    }

    [Theory]
    [InlineData("{\n  \"seed\": 1\n}", 2, "'seed' is not known here.")]
    [InlineData("{\n  \"settings\": {\n    \"copyDuratoin\": \"00:00:01\"\n  }\n}", 3, "'copyDuratoin' is not known here.")]
    [InlineData("{\n  \"settings\": {\n    \"copyDuration\":\n      \"soon\"\n  }\n}", 4, "'soon' is not valid here. It must be a duration")]
    [InlineData("{ \"settings\": { \"copyDuration\": \"-00:00:01\" } }", 1, "It must be a duration")]
    [InlineData("{ \"settings\": { \"imageQuota\": -1 } }", 1, "It must be a whole number")]
    [InlineData("{ \"settings\": { \"busySource\": \"Perhaps\" } }", 1, "One of these is required: InvalidParameterValue, FailedOperation, Accepted.")]
    [InlineData("{ \"settings\": { \"imageQuotas\": {\n \"ap-shangai\": 1 } } }", 2, "There is no region 'ap-shangai'.")]
    [InlineData("{ \"settings\": { \"rateLimits\": {\n \"SyncImage\": 1 } } }", 2, "The simulator has no action 'SyncImage'.")]
    [InlineData("{ \"settings\": { \"launchesOf\": {\n \"img-00000000\": {} } } }", 2, "There is no image and no region 'img-00000000'.")]
    [InlineData("{ \"settings\": { \"launchRefusals\": {\n \"mars\": \"SpotQuota\" } } }", 2, "There is no region, zone, instance type or account 'mars'.")]
    [InlineData("{ \"settings\": { \"launches\": { \"commands\": [\n { \"exitCode\": -1 } ] } } }", 2, "It must be a whole number")]
    [InlineData("{ \"settings\": [] }", 1, "An object is required here")]
    [InlineData("{ \"images\": {} }", 1, "A list is required here")]
    [InlineData("[]", 1, "An object is required here")]
    [InlineData("{ \"images\": [\n { \"region\": \"ap-beijing\" } ] }", 2, "'imageName' is missing.")]
    [InlineData("{ \"images\": [ { \"imageName\": \"x\",\n \"imageId\": \"golden\" } ] }", 2, "'golden' is not an image ID.")]
    [InlineData("{ \"images\": [ { \"imageName\": \"x\",\n \"state\": \"READY\" } ] }", 2, "'READY' is not a state of an image.")]
    [InlineData("{ \"images\": [ { \"imageName\": \"x\",\n \"accountId\": \"1\" } ] }", 2, "There is no account '1'.")]
    [InlineData("{ \"images\": [ { \"imageName\": \"x\",\n \"sharedWith\": [ \"1\" ] } ] }", 2, "There is no account '1'.")]
    [InlineData("{ \"instances\": [ { \"imageId\": \"img-gweb2024\",\n \"zone\": \"ap-beijing-3\" } ] }", 2, "ap-guangzhou has no zone 'ap-beijing-3'.")]
    [InlineData("{ \"instances\": [ { \"imageId\": \"img-gweb2024\",\n \"instanceType\": \"BIG\" } ] }", 2, "'BIG' is not an instance type.")]
    [InlineData("{ \"instances\": [ {\n \"imageId\": \"img-00000000\" } ] }", 2, "There is no image 'img-00000000'.")]
    [InlineData("{ \"copies\": [ {\n \"imageId\": \"img-gweb2024\" } ] }", 1, "'region' is missing.")]
    [InlineData("{ \"accounts\": [ {\n \"name\": \"x\" } ] }", 1, "'accountId' is missing.")]
    [InlineData("{ \"accounts\": [\n { \"accountId\": \"mine\" } ] }", 2, "An account ID consists of digits")]
    [InlineData("{ \"faults\": [\n { } ] }", 2, "'kind' is missing.")]
    [InlineData("{ \"faults\": [ { \"kind\": \"Slow\",\n \"action\": \"Fly\" } ] }", 2, "The simulator has no action 'Fly'.")]
    [InlineData("{ \"faults\": [ { \"kind\": \"Slow\",\n \"region\": \"mars\" } ] }", 2, "There is no region 'mars'.")]
    [InlineData("{ \"faults\": [ { \"kind\": \"Slow\", \"times\": 2,\n \"probability\": 0.5 } ] }", 2, "'probability' excludes 'firstCall' and 'times'.")]
    [InlineData("{ \"faults\": [ { \"kind\": \"Slow\",\n \"probability\": 1.5 } ] }", 2, "It must be a number from 0 to 1")]
    [InlineData("{ \"launchTemplates\": [\n { \"launchTemplateName\": \"web\" } ] }", 2, "'versions' is missing.")]
    [InlineData("{ \"launchTemplates\": [ { \"launchTemplateName\": \"w\",\n \"versions\": [ { \"imageId\": \"img-gweb2024\" } ] } ] }", 1, "The name of a launch template has 2 to 128 characters.")]
    [InlineData("{ \"launchTemplates\": [ { \"launchTemplateName\": \"web\",\n \"launchTemplateId\": \"web\", \"versions\": [ { \"imageId\": \"img-gweb2024\" } ] } ] }", 2, "'web' is not an ID of this kind. Example: lt-abcd1234")]
    [InlineData("{ \"launchTemplates\": [ { \"launchTemplateName\": \"web\", \"versions\": [ {\n \"imageId\": \"img-00000000\" } ] } ] }", 2, "ap-guangzhou has no image 'img-00000000' for this account.")]
    [InlineData("{ \"launchTemplates\": [ { \"launchTemplateName\": \"web\", \"versions\": [ { \"imageId\": \"img-gweb2024\",\n \"zone\": \"mars-1\" } ] } ] }", 2, "ap-guangzhou has no zone 'mars-1'.")]
    [InlineData("{ \"launchTemplates\": [ { \"launchTemplateName\": \"web\", \"versions\": [ { \"imageId\": \"img-gweb2024\",\n \"instanceType\": \"BIG\" } ] } ] }", 2, "'BIG' is not an instance type.")]
    [InlineData("{ \"launchTemplates\": [ { \"launchTemplateName\": \"web\", \"versions\": [],\n \"defaultVersion\": 2 } ] }", 2, "There is no version 2: the launch template has 0.")]
    [InlineData("{ \"launchTemplates\": [ { \"launchTemplateName\": \"web\", \"versions\": [ { \"imageId\": \"img-gweb2024\" } ],\n \"region\": \"mars\" } ] }", 2, "There is no region 'mars'.")]
    [InlineData("{ \"launchConfigurations\": [\n { \"imageId\": \"img-gweb2024\" } ] }", 2, "'launchConfigurationName' is missing.")]
    [InlineData("{ \"launchConfigurations\": [\n { \"launchConfigurationName\": \"web\" } ] }", 2, "'imageId' is missing.")]
    [InlineData("{ \"launchConfigurations\": [ { \"launchConfigurationName\": \"web\",\n \"imageId\": \"img-00000000\" } ] }", 2, "ap-guangzhou has no image 'img-00000000'")]
    [InlineData("{ \"launchConfigurations\": [ { \"launchConfigurationName\": \"web\", \"imageId\": \"img-gweb2024\",\n \"instanceTypes\": [ \"BIG\" ] } ] }", 2, "'BIG' is not an instance type.")]
    [InlineData("{ \"launchConfigurations\": [ { \"launchConfigurationName\": \"web\", \"imageId\": \"img-gweb2024\",\n \"accountId\": \"1\" } ] }", 2, "There is no account '1'.")]
    [InlineData("{ \"autoScalingGroups\": [\n { \"autoScalingGroupName\": \"web\" } ] }", 2, "'launchConfigurationId' is missing.")]
    [InlineData("{ \"autoScalingGroups\": [ { \"autoScalingGroupName\": \"web\",\n \"launchConfigurationId\": \"asc-00000000\" } ] }", 2, "There is no launch configuration 'asc-00000000'.")]
    [InlineData("{ \"launchConfigurations\": [ { \"launchConfigurationId\": \"asc-00000001\", \"launchConfigurationName\": \"web\", \"imageId\": \"img-gweb2024\" } ],\n\"autoScalingGroups\": [ { \"autoScalingGroupName\": \"web\", \"launchConfigurationId\": \"asc-00000001\",\n \"instanceIds\": [ \"ins-00000000\" ] } ] }", 3, "ap-guangzhou has no instance 'ins-00000000'.")]
    [InlineData("{ \"autoScalingGroups\": [ { \"autoScalingGroupName\": \"web\",\n \"status\": \"SICK\",\n \"launchConfigurationId\": \"asc-00000000\" } ] }", 2, "'SICK' is not a state of a scaling group.")]
    [InlineData("{ \"settings\": { \"refreshes\": {\n \"failingBatches\": [ \"two\" ] } } }", 2, "'two' is not valid here. It must be a whole number")]
    [InlineData("{ \"settings\": { \"refreshesOf\": { \"asg-00000000\": {\n \"duration\": \"00:00:01\" } } } }", 2, "'duration' is not known here.")]
    [InlineData("{\n\n \"images\": [,] }", 3, "This is not valid JSON")]
    [InlineData("{\n \"world\": \"Empty\",\n \"world\": \"Default\" }", 3, "'world' occurs twice.")]
    [InlineData("", 1, "This is not valid JSON")]
    [InlineData("{}\n{}", 2, "This is not valid JSON")]
    public void A_mistake_is_reported_with_its_line(string json, int line, string text)
    {
        var problem = Problems(json)[0];

        Assert.Equal(line, problem.Line);
        Assert.Contains(text, problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_reported_with_the_file()
    {
        var error = Assert.Throws<ScenarioException>(() => Play("{ \"images\": [\n { \"imageName\": 5 },\n { \"imageName\": \"x\", \"region\": \"mars\" } ] }"));

        Assert.StartsWith("x.json(2): ", error.Message, StringComparison.Ordinal);
        Assert.Contains("x.json(3): There is no region 'mars'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_are_reported_in_chinese_too()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

        Assert.Equal("没有地域“mars”。可将其加入“settings”的“moreRegions”。", Problems("""{ "faults": [ { "kind": "Slow", "region": "mars" } ] }""")[0].Text);
    }

    [Fact]
    public void A_missing_file_names_the_scenarios_that_come_with_the_simulator()
    {
        var error = Assert.Throws<FileNotFoundException>(() => Scenario.Load("no-such-file.json"));

        Assert.Contains("boot-tests, busy-source, failing-region, fleet, full-quota, lossy-network, rollout, slow-region, vanishing-copy", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("full-quota", "ap-shanghai", "ImageQuotaLimitExceeded")]
    [InlineData("full-quota", "ap-beijing", null)]
    [InlineData("busy-source", "ap-shanghai", "InvalidParameterValue.InvalidImageState")]
    [InlineData("failing-region", "ap-shanghai", null)]
    [InlineData("vanishing-copy", "ap-shanghai", null)]
    [InlineData("slow-region", "ap-shanghai", null)]
    public async Task A_ready_scenario_responds_to_a_copy_as_it_says(string name, string region, string? code)
    {
        var simulation = new Simulation(Scenario.Load(name));

        var response = await simulation.CallAsync("SyncImages", new { ImageIds = new[] { SimulatedWorld.WebImageId }, DestinationRegions = new[] { region } });

        Assert.Equal(code, response.Code);
    }

    [Theory]
    [InlineData("failing-region", "CREATEFAILED")]
    [InlineData("vanishing-copy", null)]
    [InlineData("slow-region", "NORMAL")]
    public async Task A_ready_scenario_ends_a_copy_as_it_says(string name, string? state)
    {
        var simulation = new Simulation(Scenario.Load(name));
        var copies = await simulation.CopyAsync("ap-shanghai");

        simulation.Time.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(state, simulation.Cloud.FindImage(copies["ap-shanghai"])?.State);
    }

    [Theory]
    [InlineData("ap-guangzhou", "RUNNING", "Online", "SUCCESS", "ready\n")]
    [InlineData("ap-shanghai", "LAUNCH_FAILED", null, null, null)]
    [InlineData("ap-beijing", "RUNNING", null, null, null)]
    [InlineData("ap-chengdu", "RUNNING", "Online", "TASK_TIMEOUT", "")]
    [InlineData("ap-nanjing", "RUNNING", "Online", "FAILED", "nginx.service: failed\n")]
    [InlineData("ap-chongqing", "RUNNING", "Online", "TIMEOUT", "waiting\n")]
    public async Task The_boot_tests_end_differently_in_each_region(string region, string state, string? agent, string? task, string? output)
    {
        var simulation = new Simulation(Scenario.Load("boot-tests"));
        var ids = (await simulation.SucceedAsync("RunInstances", new
        {
            ImageId = "img-eb30mz89",
            Placement = new { Zone = ZoneCatalog.In(region, simulation.Options).First(zone => zone.IsAvailable).Id },
        }, region)).Texts("InstanceIdSet");
        simulation.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal([state], (await simulation.SucceedAsync("DescribeInstancesStatus", new { InstanceIds = ids }, region)).Texts("InstanceStatusSet", "InstanceState"));
        var agents = await simulation.SucceedAsync("DescribeAutomationAgentStatus", new { InstanceIds = ids }, region);
        Assert.Equal(agent, agents.Texts("AutomationAgentSet", "AgentStatus").SingleOrDefault());
        if (agent is null)
            return;

        await simulation.SucceedAsync("RunCommand", new { Content = "cHdk", InstanceIds = ids }, region);
        simulation.Time.Advance(TimeSpan.FromMinutes(2));

        var result = Assert.Single((await simulation.SucceedAsync("DescribeInvocationTasks", new { HideOutput = false }, region)).List("InvocationTaskSet"));
        Assert.Equal((task, output), (result.Status(), result.Output()));
    }

    [Fact]
    public void A_scenario_adds_launch_templates_and_scaling_groups()
    {
        var cloud = Play("""
            {
              "launchTemplates": [
                {
                  "launchTemplateName": "web", "tags": { "team": "web" }, "defaultVersion": 2,
                  "versions": [
                    { "imageId": "img-eb30mz89" },
                    { "imageId": "img-gweb2024", "zone": "ap-guangzhou-4", "instanceType": "S5.SMALL2", "instanceTags": { "env": "prod" }, "description": "second" }
                  ]
                }
              ],
              "launchConfigurations": [ { "launchConfigurationId": "asc-00000001", "launchConfigurationName": "web", "imageId": "img-gweb2024", "instanceTags": { "env": "prod" } } ],
              "autoScalingGroups": [
                {
                  "autoScalingGroupName": "web", "launchConfigurationId": "asc-00000001", "instanceCount": 3, "instanceImageId": "img-gdb02024",
                  "instanceIds": [ "ins-9bxebleo" ], "zones": [ "ap-guangzhou-3", "ap-guangzhou-4" ], "createdTime": "-30.00:00:00"
                }
              ]
            }
            """);

        var template = Assert.Single(cloud.LaunchTemplates());
        Assert.Equal(("ap-guangzhou", 2, 2, "img-gweb2024"), (template.Region, template.DefaultVersion, template.LatestVersion, template.Versions[1].ImageId));
        Assert.Contains("\"Zone\":\"ap-guangzhou-4\"", template.Versions[1].Parameters, StringComparison.Ordinal);
        var group = Assert.Single(cloud.ScalingGroups());
        Assert.Equal(_time.GetUtcNow().AddDays(-30), group.CreatedTime);
        var members = group.Instances.Select(member => cloud.Instances().Single(instance => instance.InstanceId == member.InstanceId)).ToList();
        Assert.Equal(["golden-web", "as-web", "as-web", "as-web"], members.Select(instance => instance.InstanceName));
        Assert.Equal(["ap-guangzhou-3", "ap-guangzhou-4", "ap-guangzhou-3"], members.Skip(1).Select(instance => instance.Zone));
        Assert.All(members.Skip(1), instance => Assert.Equal(("img-gdb02024", "S5.MEDIUM4", "env"), (instance.ImageId, instance.InstanceType, Assert.Single(instance.Tags).Key)));
    }

    [Fact]
    public async Task A_rollout_fails_once_in_one_region()
    {
        var simulation = new Simulation(Scenario.Load("rollout"));
        var copies = await simulation.CopyAsync("ap-shanghai", "ap-beijing");
        simulation.Time.Advance(TimeSpan.FromHours(1));
        var images = new Dictionary<string, string>(copies) { ["ap-guangzhou"] = SimulatedWorld.WebImageId };
        var activities = new Dictionary<string, string>();
        foreach (var group in simulation.Cloud.ScalingGroups())
        {
            var template = simulation.Cloud.LaunchTemplates().Single(known => known.Region == group.Region);
            var zone = new { Zone = group.Zones[0] };
            var version = await simulation.SucceedAsync(
                "CreateLaunchTemplateVersion", new { template.LaunchTemplateId, Placement = zone, ImageId = images[group.Region] }, group.Region);
            Assert.Equal(2, version.Fields.GetProperty("LaunchTemplateVersionNumber").GetInt32());
            await simulation.SucceedAsync("ModifyLaunchConfigurationAttributes", new { group.LaunchConfigurationId, ImageId = images[group.Region] }, group.Region);
            var start = await simulation.SucceedAsync(
                "StartInstanceRefresh", new { group.AutoScalingGroupId, RefreshSettings = new { RollingUpdateSettings = new { BatchNumber = 2 } } }, group.Region);
            activities[group.Region] = start.Fields.GetProperty("RefreshActivityId").GetString()!;
        }
        simulation.Time.Advance(TimeSpan.FromHours(1));

        async Task<string> StatusAsync(string region) => (await simulation.SucceedAsync("DescribeRefreshActivities", region: region)).Texts("RefreshActivitySet", "Status").Single();
        Assert.Equal(["SUCCESSFUL", "FAILED_PAUSE", "SUCCESSFUL"], [await StatusAsync("ap-guangzhou"), await StatusAsync("ap-shanghai"), await StatusAsync("ap-beijing")]);
        await simulation.SucceedAsync("ResumeInstanceRefresh", new { AutoScalingGroupId = "asg-shweb001", RefreshActivityId = activities["ap-shanghai"] }, "ap-shanghai");
        simulation.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("SUCCESSFUL", await StatusAsync("ap-shanghai"));
        Assert.All(simulation.Cloud.Instances().Where(instance => instance.InstanceName == "as-web"), instance => Assert.Equal(images[instance.Region], instance.ImageId));
    }

    [Fact]
    public async Task A_busy_source_becomes_free()
    {
        var simulation = new Simulation(Scenario.Load("busy-source"));
        simulation.Time.Advance(TimeSpan.FromSeconds(21));

        Assert.Single(await simulation.CopyAsync("ap-shanghai"));
    }

    [Fact]
    public void A_lossy_network_breaks_one_call_in_four()
    {
        var plan = Scenario.Load("lossy-network").CreateCloud(_time).Faults;

        Assert.InRange(Enumerable.Range(0, 4000).Count(_ => plan.Next("DescribeImages", isKnownAction: true, "ap-shanghai") is not null), 900, 1100);
    }

    [Fact]
    public void Every_ready_scenario_describes_itself() => Assert.All(Scenario.Ready, name =>
    {
        using var stream = typeof(Scenario).Assembly.GetManifestResourceStream($"Scenarios.Ready.{name}.json")!;
        Assert.True(JsonDocument.Parse(stream).RootElement.GetProperty("description").GetString()!.Length > 20);
        Assert.NotNull(Scenario.Load(name).CreateCloud(_time));
    });
}
