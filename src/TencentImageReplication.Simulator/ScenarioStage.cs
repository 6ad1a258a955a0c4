using System.Text.Json;
using TencentImageReplication.Simulator.Actions;
using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Scenarios;

namespace TencentImageReplication.Simulator;

/// <summary>Puts the accounts, images, instances, copies and faults of a scenario into a cloud, and checks them.</summary>
internal sealed class ScenarioStage
{
    private const int MaxImageNameLength = 60;

    private readonly SimulatedCloud _cloud;
    private readonly ScenarioBinder _binder;

    public ScenarioStage(SimulatedCloud cloud, ScenarioBinder binder)
    {
        _cloud = cloud;
        _binder = binder;
    }

    public void Set(ScenarioNode root)
    {
        CheckSettings(root.Member("settings"));
        Each(root, "accounts", SetAccount);
        Each(root, "roles", SetRole);
        if (_cloud.Options.InstanceRole is { } role)
            _cloud.PutRole(role);
        Each(root, "images", SetImage);
        CheckLaunches(root.Member("settings"));
        Each(root, "instances", SetInstance);
        Each(root, "copies", StartCopy);
        new ScenarioFleet(_cloud, _binder, this).Set(root);
        _cloud.Faults = new FaultPlan(root.Member("faultSeed") is { } seed && _binder.Convert(seed, typeof(int)) is int number ? number : _cloud.Options.Seed);
        Each(root, "faults", SetFault);
    }

    internal void Each(ScenarioNode root, string key, Action<ScenarioNode> set)
    {
        if (root.Member(key) is not { } list)
            return;
        if (list.Kind != JsonValueKind.Array)
            _binder.Report(list.Line, "A list is required here: [ … ].", "此处应为列表：[ … ]。");
        foreach (var item in list.Items)
        {
            try
            {
                set(item);
            }
            catch (ArgumentException refusal)
            {
                // The cloud refuses the object, for example a second key of the same ID.
                _binder.Report(item.Line, refusal.Message, refusal.Message);
            }
        }
    }

    private void CheckSettings(ScenarioNode? settings)
    {
        foreach (var key in new[] { "copiesTo", "imageQuotas" })
        {
            foreach (var member in settings?.Member(key)?.Members ?? [])
                CheckRegion(member.Name, member.Line);
        }
        foreach (var member in settings?.Member("rateLimits")?.Members ?? [])
            CheckAction(member.Name.Substring(member.Name.IndexOf(':') + 1), member.Line);
    }

    private void CheckLaunches(ScenarioNode? settings)
    {
        foreach (var member in settings?.Member("launchesOf")?.Members ?? [])
        {
            if (_cloud.FindImage(member.Name) is null && _cloud.Options.FindRegion(member.Name) is null)
                _binder.Report(member.Line, $"There is no image and no region '{member.Name}'.", $"没有名为“{member.Name}”的镜像或地域。");
        }
        foreach (var member in settings?.Member("launchRefusals")?.Members ?? [])
        {
            if (!IsLaunchPlace(member.Name))
            {
                _binder.Report(
                    member.Line, $"There is no region, zone, instance type or account '{member.Name}'.", $"没有名为“{member.Name}”的地域、可用区、实例机型或账号。");
            }
        }
    }

    private bool IsLaunchPlace(string name) => _cloud.Options.FindRegion(name) is not null
        || InstanceTypeCatalog.Names.Contains(name)
        || _cloud.Accounts.Any(account => account.AccountId == name)
        || _cloud.Options.AllRegions.Any(region => ZoneCatalog.Find(region.Id, name, _cloud.Options) is not null);

    private void SetAccount(ScenarioNode node)
    {
        var (accountId, secretId) = (node.MemberText("accountId"), node.MemberText("secretId"));
        var known = _cloud.Accounts.FirstOrDefault(account => secretId.Length > 0 ? account.SecretId == secretId : account.AccountId == accountId);
        if (known is not null)
        {
            var changed = known with { };
            _binder.Apply(node, changed);
            _cloud.UpdateAccount(changed);
            return;
        }
        if (accountId.Length == 0)
        {
            Missing(node, "accountId");
            return;
        }
        var added = new SimulatedAccount
        {
            AccountId = accountId,
            Name = accountId,
            SecretId = "AKIDEXAMPLEscenario" + accountId,
            SecretKey = "EXAMPLEKEYscenario" + accountId,
        };
        _binder.Apply(node, added);
        _cloud.AddAccount(added);
    }

    private void SetRole(ScenarioNode node)
    {
        if (Account(node) is not { } accountId)
            return;
        var role = new SimulatedRole { AccountId = accountId, Name = "", TrustedAccounts = [accountId] };
        _binder.Apply(node, role);
        if (role.Name.Length == 0)
            Missing(node, "name");
        else
            _cloud.PutRole(role);
    }

    private void SetImage(ScenarioNode node)
    {
        if (_cloud.FindImage(node.MemberText("imageId")) is { } known)
        {
            var changed = known with { };
            _binder.Apply(node, changed);
            if (CheckImage(changed, node))
                _cloud.UpdateImage(known.ImageId, _ => changed);
            return;
        }
        if (Account(node) is not { } accountId)
            return;
        var image = new SimulatedImage { ImageName = "", Region = SimulatedWorld.Region, AccountId = accountId };
        _binder.Apply(node, image);
        if (image.ImageName.Length == 0)
            Missing(node, "imageName");
        else if (CheckImage(image, node))
            _cloud.AddImage(image);
    }

    private bool CheckImage(SimulatedImage image, ScenarioNode node)
    {
        var before = _binder.Problems.Count;
        if (image.ImageId.Length > 0 && !IdFormat.Fits("img", image.ImageId))
        {
            _binder.Report(
                Line(node, "imageId"), $"'{image.ImageId}' is not an image ID. Example: img-abcd1234", $"“{image.ImageId}”不是镜像 ID。示例：img-abcd1234");
        }
        if (image.ImageName.Length > MaxImageNameLength)
            _binder.Report(Line(node, "imageName"), "An image name has at most 60 characters.", "镜像名称最多 60 个字符。");
        if (!ImageStates.All.Contains(image.State))
        {
            var states = Localized.List(ImageStates.All);
            _binder.Report(Line(node, "state"), $"'{image.State}' is not a state of an image. The states are: {states}.", $"“{image.State}”不是镜像状态。镜像状态有：{states}。");
        }
        CheckRegion(image.Region, Line(node, "region"));
        CheckAccount(image.AccountId, Line(node, "accountId"));
        foreach (var account in image.SharedWith)
            CheckAccount(account, Line(node, "sharedWith"));
        return _binder.Problems.Count == before;
    }

    private void SetInstance(ScenarioNode node)
    {
        var instanceId = node.MemberText("instanceId");
        if (_cloud.Instances().Any(instance => instance.InstanceId == instanceId))
        {
            _cloud.UpdateInstance(instanceId, instance =>
            {
                var changed = instance with { };
                _binder.Apply(node, changed);
                CheckState(changed, node);
                return changed;
            });
            return;
        }
        if (instanceId.Length > 0 && !IdFormat.Fits("ins", instanceId))
            _binder.Report(Line(node, "instanceId"), $"'{instanceId}' is not an instance ID. Example: ins-abcd1234", $"“{instanceId}”不是实例 ID。示例：ins-abcd1234");
        if (Account(node) is not { } accountId || ImageOf(node) is not { } image || ZoneOf(node, image) is not { } zone)
            return;
        var typeName = node.MemberText("instanceType");
        if (typeName.Length > 0 && !InstanceTypeCatalog.Names.Contains(typeName))
        {
            var names = Localized.List(InstanceTypeCatalog.Names);
            _binder.Report(Line(node, "instanceType"), $"'{typeName}' is not an instance type. The types are: {names}.", $"“{typeName}”不是实例机型。机型有：{names}。");
            return;
        }
        var draft = _cloud.DraftInstance(accountId, image, zone, typeName);
        _binder.Apply(node, draft);
        CheckState(draft, node);
        _cloud.AddInstance(draft);
    }

    private void CheckState(SimulatedInstance instance, ScenarioNode node)
    {
        if (InstanceStates.All.Contains(instance.State))
            return;
        var states = Localized.List(InstanceStates.All);
        _binder.Report(
            Line(node, "state"), $"'{instance.State}' is not a state of an instance. The states are: {states}.", $"“{instance.State}”不是实例状态。实例状态有：{states}。");
    }

    private SimulatedImage? ImageOf(ScenarioNode node)
    {
        var id = node.MemberText("imageId");
        if (id.Length == 0)
            Missing(node, "imageId");
        else if (_cloud.FindImage(id) is { } image)
            return image;
        else
            _binder.Report(Line(node, "imageId"), $"There is no image '{id}'.", $"没有镜像“{id}”。");
        return null;
    }

    /// <summary>Returns the zone of an instance: by default the first open one of its region, which is by default that of its image.</summary>
    private Zone? ZoneOf(ScenarioNode node, SimulatedImage image)
    {
        var region = node.MemberText("region");
        if (region.Length == 0)
            region = image.Region.Length > 0 ? image.Region : SimulatedWorld.Region;
        return CheckRegion(region, Line(node, "region")) ? Zone(node, "zone", node.MemberText("zone"), region) : null;
    }

    /// <summary>Returns a zone of a region, by default the first open one; null when there is none of this ID.</summary>
    internal Zone? Zone(ScenarioNode node, string key, string? id, string region)
    {
        var zones = ZoneCatalog.In(region, _cloud.Options);
        var zone = string.IsNullOrEmpty(id) ? zones.FirstOrDefault(known => known.IsAvailable) : zones.FirstOrDefault(known => known.Id == id);
        if (zone is null)
        {
            var names = Localized.List(zones.Select(known => known.Id));
            _binder.Report(Line(node, key), $"{region} has no zone '{id}'. Its zones are: {names}.", $"{region} 没有可用区“{id}”。可用区有：{names}。");
        }
        return zone;
    }

    /// <summary>Returns the region of an image; that of the default world for a public or an unknown one.</summary>
    internal string RegionOf(string imageId) => _cloud.FindImage(imageId) is { Region.Length: > 0 } image ? image.Region : SimulatedWorld.Region;

    private void StartCopy(ScenarioNode node)
    {
        if (_binder.Create(node, typeof(ScenarioCopy)) is not ScenarioCopy copy || ImageOf(node) is not { } source || !CheckRegion(copy.Region, Line(node, "region")))
            return;
        var accountId = copy.AccountId ?? source.AccountId;
        if (CheckAccount(accountId, Line(node, "accountId")))
            _cloud.StartCopy(source, copy.Region, accountId, copy.ImageName ?? source.ImageName, copy.Started);
    }

    private void SetFault(ScenarioNode node)
    {
        if (_binder.Create(node, typeof(ScenarioFault)) is not ScenarioFault fault)
            return;
        if (fault.Action is { } action)
            CheckAction(action, Line(node, "action"));
        if (fault.Region is { } region)
            CheckRegion(region, Line(node, "region"));
        if (fault.Probability is not null && (fault.FirstCall ?? fault.Times) is not null)
        {
            _binder.Report(
                Line(node, "probability"), "'probability' excludes 'firstCall' and 'times'.", "“probability”不能与“firstCall”或“times”同时使用。");
        }
        fault.AddTo(_cloud.Faults);
    }

    internal string? Account(ScenarioNode node)
    {
        var id = node.MemberText("accountId");
        if (id.Length > 0)
            return CheckAccount(id, Line(node, "accountId")) ? id : null;
        if (_cloud.Accounts.Count > 0)
            return _cloud.Accounts[0].AccountId;
        Missing(node, "accountId");
        return null;
    }

    private bool CheckAccount(string id, int line)
    {
        // A public image has no account.
        if (id.Length == 0 || _cloud.Accounts.Any(account => account.AccountId == id))
            return true;
        _binder.Report(line, $"There is no account '{id}'.", $"没有账号“{id}”。");
        return false;
    }

    internal bool CheckRegion(string id, int line)
    {
        if (id.Length == 0 || _cloud.Options.FindRegion(id) is not null)
            return true;
        _binder.Report(
            line, $"There is no region '{id}'. Add it to 'moreRegions' in 'settings'.", $"没有地域“{id}”。可将其加入“settings”的“moreRegions”。");
        return false;
    }

    private void CheckAction(string name, int line)
    {
        if (!_cloud.Actions.Contains(name))
            _binder.Report(line, $"The simulator has no action '{name}'.", $"模拟器没有接口“{name}”。");
    }

    internal void Missing(ScenarioNode node, string key) => _binder.Report(node.Line, $"'{key}' is missing.", $"缺少“{key}”。");

    internal static int Line(ScenarioNode node, string key) => node.Member(key)?.Line ?? node.Line;
}
