using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Actions;
using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Scenarios;

namespace TencentImageReplication.Simulator;

/// <summary>Puts the launch templates, launch configurations and scaling groups of a scenario into a cloud, and checks them.</summary>
internal sealed class ScenarioFleet
{
    private readonly SimulatedCloud _cloud;
    private readonly ScenarioBinder _binder;
    private readonly ScenarioStage _stage;

    public ScenarioFleet(SimulatedCloud cloud, ScenarioBinder binder, ScenarioStage stage)
    {
        _cloud = cloud;
        _binder = binder;
        _stage = stage;
    }

    public void Set(ScenarioNode root)
    {
        _stage.Each(root, "launchTemplates", SetTemplate);
        _stage.Each(root, "launchConfigurations", SetConfiguration);
        _stage.Each(root, "autoScalingGroups", SetGroup);
    }

    private void SetTemplate(ScenarioNode node)
    {
        if (_binder.Create(node, typeof(ScenarioLaunchTemplate)) is not ScenarioLaunchTemplate given || _stage.Account(node) is not { } accountId)
            return;
        var before = _binder.Problems.Count;
        CheckId(node, "launchTemplateId", "lt", given.LaunchTemplateId);
        if (given.LaunchTemplateName.Length is < 2 or > 128)
            _binder.Report(ScenarioStage.Line(node, "launchTemplateName"), "The name of a launch template has 2 to 128 characters.", "启动模板的名称为 2 到 128 个字符。");
        if (given.DefaultVersion < 1 || given.DefaultVersion > given.Versions.Count)
        {
            _binder.Report(
                ScenarioStage.Line(node, "defaultVersion"),
                $"There is no version {given.DefaultVersion}: the launch template has {given.Versions.Count}.",
                $"没有版本 {given.DefaultVersion}：启动模板共有 {given.Versions.Count} 个版本。");
            return;
        }

        var items = node.Member("versions")!.Items;
        var region = given.Region ?? _stage.RegionOf(given.Versions[0].ImageId);
        if (!_stage.CheckRegion(region, ScenarioStage.Line(node, "region")))
            return;
        var created = given.CreatedTime ?? _cloud.TimeProvider.GetUtcNow();
        List<SimulatedTemplateVersion> versions = [.. given.Versions.Select((version, index) => new SimulatedTemplateVersion
        {
            Number = index + 1,
            Description = version.Description ?? "",
            CreatedTime = created,
            CreatedBy = accountId,
            Parameters = Parameters(version, region, accountId, items[index]),
        })];
        if (_binder.Problems.Count > before)
            return;
        _cloud.AddLaunchTemplate(new SimulatedLaunchTemplate
        {
            LaunchTemplateId = given.LaunchTemplateId ?? "",
            LaunchTemplateName = given.LaunchTemplateName,
            AccountId = accountId,
            Region = region,
            CreatedTime = created,
            Tags = given.Tags,
            DefaultVersion = given.DefaultVersion,
            Versions = versions,
        });
    }

    /// <summary>Returns the parameters as <c>CreateLaunchTemplate</c> has them.</summary>
    private string Parameters(ScenarioTemplateVersion version, string region, string accountId, ScenarioNode node)
    {
        CheckImage(node, "imageId", version.ImageId, region, accountId);
        CheckType(node, "instanceType", version.InstanceType);
        var zone = _stage.Zone(node, "zone", version.Zone, region);
        var parameters = new JsonObject { ["Placement"] = new JsonObject { ["Zone"] = zone?.Id }, ["ImageId"] = version.ImageId };
        foreach (var (name, value) in new[] { ("InstanceType", version.InstanceType), ("InstanceName", version.InstanceName), ("UserData", version.UserData) })
        {
            if (value is not null)
                parameters[name] = value;
        }
        if (version.InstanceTags.Count > 0)
        {
            var tags = version.InstanceTags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value });
            parameters["TagSpecification"] = new JsonArray(new JsonObject { ["ResourceType"] = "instance", ["Tags"] = new JsonArray([.. tags]) });
        }
        return parameters.ToJsonString();
    }

    private void SetConfiguration(ScenarioNode node)
    {
        if (_stage.Account(node) is not { } accountId)
            return;
        var given = new SimulatedLaunchConfiguration { LaunchConfigurationName = "", AccountId = accountId, Region = "" };
        var before = _binder.Problems.Count;
        _binder.Apply(node, given);
        if (given.LaunchConfigurationName.Length == 0)
            _stage.Missing(node, "launchConfigurationName");
        if (given.ImageId.Length == 0 && given.ImageFamily.Length == 0)
            _stage.Missing(node, "imageId");
        CheckId(node, "launchConfigurationId", "asc", given.LaunchConfigurationId);
        var region = given.Region.Length > 0 ? given.Region : _stage.RegionOf(given.ImageId);
        if (_stage.CheckRegion(region, ScenarioStage.Line(node, "region")) && given.ImageId.Length > 0)
            CheckImage(node, "imageId", given.ImageId, region, accountId);
        if (given.InstanceTypes.Count == 0)
            _stage.Missing(node, "instanceTypes");
        foreach (var type in given.InstanceTypes)
            CheckType(node, "instanceTypes", type);
        if (_binder.Problems.Count == before)
            _cloud.AddLaunchConfiguration(given with { Region = region });
    }

    private void SetGroup(ScenarioNode node)
    {
        if (_binder.Create(node, typeof(ScenarioScalingGroup)) is not ScenarioScalingGroup given)
            return;
        var before = _binder.Problems.Count;
        CheckId(node, "autoScalingGroupId", "asg", given.AutoScalingGroupId);
        if (!ScalingGroupStates.All.Contains(given.Status))
        {
            var states = Localized.List(ScalingGroupStates.All);
            _binder.Report(
                ScenarioStage.Line(node, "status"), $"'{given.Status}' is not a state of a scaling group. The states are: {states}.", $"“{given.Status}”不是伸缩组状态。伸缩组状态有：{states}。");
        }
        if (_cloud.LaunchConfigurations().FirstOrDefault(known => known.LaunchConfigurationId == given.LaunchConfigurationId) is not { } configuration)
        {
            _binder.Report(
                ScenarioStage.Line(node, "launchConfigurationId"),
                $"There is no launch configuration '{given.LaunchConfigurationId}'.", $"没有启动配置“{given.LaunchConfigurationId}”。");
            return;
        }

        var (region, accountId) = (configuration.Region, configuration.AccountId);
        List<Zone?> zones = given.Zones.Count == 0
            ? [_stage.Zone(node, "zones", null, region)]
            : [.. given.Zones.Select(zone => _stage.Zone(node, "zones", zone, region))];
        var own = _cloud.Instances(accountId).Where(instance => instance.Region == region).ToList();
        foreach (var id in given.InstanceIds.Where(id => !own.Exists(instance => instance.InstanceId == id)))
            _binder.Report(ScenarioStage.Line(node, "instanceIds"), $"{region} has no instance '{id}'.", $"{region} 没有实例“{id}”。");
        if (given.InstanceImageId is { } imageId)
            CheckImage(node, "instanceImageId", imageId, region, accountId);
        if (_binder.Problems.Count > before)
            return;
        var created = given.CreatedTime ?? _cloud.TimeProvider.GetUtcNow();
        _cloud.AddScalingGroup(
            new SimulatedScalingGroup
            {
                AutoScalingGroupId = given.AutoScalingGroupId ?? "",
                AutoScalingGroupName = given.AutoScalingGroupName,
                AccountId = accountId,
                Region = region,
                LaunchConfigurationId = given.LaunchConfigurationId,
                CreatedTime = created,
                Zones = [.. zones.Select(zone => zone!.Id)],
                MinSize = given.MinSize,
                MaxSize = given.MaxSize,
                DesiredCapacity = given.DesiredCapacity,
                Status = given.Status,
                IsEnabled = given.IsEnabled,
                IsInActivity = given.IsInActivity,
                LoadBalancerId = given.LoadBalancerId,
                Tags = given.Tags,
                Instances = [.. given.InstanceIds.Select(id => new SimulatedGroupInstance { InstanceId = id, AddTime = created })],
            },
            given.InstanceCount,
            given.InstanceImageId);
    }

    private void CheckId(ScenarioNode node, string key, string prefix, string? id)
    {
        if (id is { Length: > 0 } && !IdFormat.Fits(prefix, id))
            _binder.Report(ScenarioStage.Line(node, key), $"'{id}' is not an ID of this kind. Example: {prefix}-abcd1234", $"“{id}”不是此类 ID。示例：{prefix}-abcd1234");
    }

    private void CheckImage(ScenarioNode node, string key, string id, string region, string accountId)
    {
        if (!_cloud.Sees(accountId, id, region))
            _binder.Report(ScenarioStage.Line(node, key), $"{region} has no image '{id}' for this account.", $"{region} 没有该账号可用的镜像“{id}”。");
    }

    private void CheckType(ScenarioNode node, string key, string? name)
    {
        if (name is null || InstanceTypeCatalog.Names.Contains(name))
            return;
        var names = Localized.List(InstanceTypeCatalog.Names);
        _binder.Report(ScenarioStage.Line(node, key), $"'{name}' is not an instance type. The types are: {names}.", $"“{name}”不是实例机型。机型有：{names}。");
    }
}
