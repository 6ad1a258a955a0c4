using TencentImageReplication.Simulator.Actions;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator;

/// <summary>
/// A simulated cloud: the documented behaviour of Tencent Cloud's CVM service for images and instances. A new one has
/// Tencent's public images and no accounts; <see cref="SimulatedWorld"/> creates one with accounts, images and instances.
/// All members may be used from any thread.
/// </summary>
public sealed class SimulatedCloud
{
    private readonly object _gate = new();
    private readonly CloudState _state;
    private readonly Gateway _gateway;

    /// <param name="options">The settings, which may be changed later.</param>
    /// <param name="timeProvider">The clock of the cloud.</param>
    public SimulatedCloud(SimulatedCloudOptions options, TimeProvider timeProvider)
    {
        Options = options;
        TimeProvider = timeProvider;
        _state = new CloudState(options);
        _gateway = new Gateway(_state, Actions);
        foreach (var image in Catalog.PublicImages.All)
            _state.Images.Put(image);
    }

    /// <summary>The settings.</summary>
    public SimulatedCloudOptions Options { get; }

    /// <summary>The clock of the cloud.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>The faults. Replace the plan or add to it.</summary>
    public FaultPlan Faults { get; set; } = new();

    /// <summary>The actions of the cloud, to which others can be added. The response to any other is <c>InvalidAction</c>.</summary>
    public ActionTable Actions { get; } = new();

    /// <summary>The accounts with their keys.</summary>
    public IReadOnlyList<SimulatedAccount> Accounts => Read(_ => _state.Accounts.All);

    /// <summary>The newest calls, at most <see cref="SimulatedCloudOptions.CallLogCapacity"/> of them, oldest first.</summary>
    public IReadOnlyList<SimulatedCall> Calls => Read(_ => _state.Calls.Calls);

    /// <summary>The number of all calls, by action.</summary>
    public IReadOnlyDictionary<string, long> CallCounts => Read(_ => _state.Calls.Counts);

    /// <summary>The public images.</summary>
    public IReadOnlyList<SimulatedImage> PublicImages => Read<IReadOnlyList<SimulatedImage>>(_ => [.. _state.Images.All.Where(image => image.AccountId.Length == 0)]);

    /// <summary>Returns the custom images of an account, or of all accounts, in the order of their creation.</summary>
    public IReadOnlyList<SimulatedImage> Images(string? accountId = null) => Read<IReadOnlyList<SimulatedImage>>(now =>
        [.. _state.Images.All.Where(image => image.AccountId.Length > 0 && (accountId is null || image.AccountId == accountId)).Select(image => View(image, now))]);

    /// <summary>Finds a custom or public image; null when there is no such ID.</summary>
    public SimulatedImage? FindImage(string imageId) => Read(now => _state.Images.Find(imageId) is { } image ? View(image, now) : null);

    /// <summary>Returns the snapshots of an account, or of all accounts: those of custom images, and those that deleted images left behind.</summary>
    public IReadOnlyList<SimulatedSnapshot> Snapshots(string? accountId = null) => Read<IReadOnlyList<SimulatedSnapshot>>(_ =>
        [.. _state.Snapshots.All(accountId).Select(snapshot => snapshot.Snapshot)]);

    /// <summary>Returns the instances of an account, or of all accounts, in the order of their creation.</summary>
    public IReadOnlyList<SimulatedInstance> Instances(string? accountId = null) => Read<IReadOnlyList<SimulatedInstance>>(_ =>
        [.. _state.Instances.All.Where(instance => accountId is null || instance.AccountId == accountId)]);

    /// <summary>Adds an instance.</summary>
    public void AddInstance(SimulatedInstance instance) => Change(() => _state.Instances.Add(instance));

    /// <summary>Returns a running instance with the defaults of the service, which is not added.</summary>
    internal SimulatedInstance DraftInstance(string accountId, SimulatedImage image, Catalog.Zone zone, string typeName) =>
        Read(now => InstanceDraft.Create(_state.Ids, accountId, image, zone, typeName, now));

    /// <summary>Starts a copy without the checks of the service.</summary>
    internal void StartCopy(SimulatedImage source, string region, string accountId, string name, DateTimeOffset? started) => Read(now =>
        _state.Copies.Start(_state.Images.Find(source.ImageId)!, region, accountId, name, source.Encrypted, started ?? now, Options));

    /// <summary>Changes an instance without the checks of the service.</summary>
    /// <returns>True when there was one.</returns>
    public bool UpdateInstance(string instanceId, Func<SimulatedInstance, SimulatedInstance> change) =>
        Read(_ => _state.Instances.Update(instanceId, change));

    /// <summary>Removes an instance.</summary>
    /// <returns>True when there was one.</returns>
    public bool RemoveInstance(string instanceId) => Read(_ => _state.Instances.Remove(instanceId));

    /// <summary>Returns the default network of an account in a zone.</summary>
    public static SimulatedNetwork DefaultNetwork(string accountId, string zone) =>
        CloudState.DefaultNetwork(accountId, zone.Substring(0, zone.LastIndexOf('-')), zone);

    /// <summary>Returns the ID of the only key pair of an account.</summary>
    public static string KeyPairId(string accountId) => CloudState.KeyPair(accountId);

    /// <summary>Adds an account, or another key of one.</summary>
    public void AddAccount(SimulatedAccount account) => Change(() => _state.Accounts.Add(account));

    /// <summary>Replaces the account that has the same key, for example to enable copies across the border of the mainland.</summary>
    public void UpdateAccount(SimulatedAccount account) => Change(() => _state.Accounts.Update(account));

    /// <summary>Adds a role, or replaces the one of the same name.</summary>
    public void PutRole(SimulatedRole role) => Change(() => _state.Roles.Put(role));

    /// <summary>Removes a role: nobody can assume it any more. Its temporary credentials stay valid until they expire.</summary>
    /// <returns>True when there was one.</returns>
    public bool RemoveRole(string arn) => Read(_ => _state.Roles.Remove(arn));

    /// <summary>
    /// Returns a page of the metadata service, as an instance with the role <see cref="SimulatedCloudOptions.InstanceRole"/>
    /// reads it.
    /// </summary>
    public InstanceMetadataPage ReadMetadata(string path) => Read(now => MetadataService.Read(_state, path, now));

    /// <summary>Adds an image. A missing ID, time or snapshot is filled in.</summary>
    /// <returns>The complete image.</returns>
    public SimulatedImage AddImage(SimulatedImage image) => Read(now =>
    {
        var complete = image with
        {
            ImageId = image.ImageId.Length > 0 ? image.ImageId : _state.Ids.Resource("img"),
            CreatedTime = image.CreatedTime == default ? now : image.CreatedTime,
            Snapshots = image.Snapshots.Count > 0 ? image.Snapshots : [new(_state.Ids.Resource("snap"), "SYSTEM_DISK", image.SizeGB)],
        };
        _state.Images.Put(complete);
        return complete;
    });

    /// <summary>Changes an image without the checks of the service.</summary>
    /// <exception cref="ArgumentException">There is no such image.</exception>
    public void UpdateImage(string imageId, Func<SimulatedImage, SimulatedImage> change) => Change(() =>
        _state.Images.Put(change(_state.Images.Find(imageId) ?? throw new ArgumentException($"There is no image {imageId}.", nameof(imageId)))));

    /// <summary>Sets the state of an image. A copy in progress stops.</summary>
    public void SetImageState(string imageId, string state)
    {
        UpdateImage(imageId, image => image with { State = state });
        Change(() =>
        {
            _state.Copies.Forget(imageId);
            _state.Creations.Forget(imageId);
        });
    }

    /// <summary>Shares an image with an account.</summary>
    public void ShareImage(string imageId, string accountId) =>
        UpdateImage(imageId, image => image.SharedWithToo(accountId, TimeProvider.GetUtcNow()));

    /// <summary>Stops sharing an image with an account.</summary>
    public void UnshareImage(string imageId, string accountId) =>
        UpdateImage(imageId, image => image.UnsharedFrom(accountId));

    /// <summary>Removes an image. A copy in progress disappears.</summary>
    /// <returns>True when there was one.</returns>
    public bool RemoveImage(string imageId) => Read(_ =>
    {
        _state.Copies.Forget(imageId);
        _state.Creations.Forget(imageId);
        return _state.Images.Remove(imageId);
    });

    /// <summary>Returns the launch templates of an account, or of all accounts, in the order of their creation.</summary>
    public IReadOnlyList<SimulatedLaunchTemplate> LaunchTemplates(string? accountId = null) => Read<IReadOnlyList<SimulatedLaunchTemplate>>(_ =>
        [.. _state.LaunchTemplates.All.Where(template => accountId is null || template.AccountId == accountId)]);

    /// <summary>Adds a launch template, or replaces the one with the same ID. A missing ID or time is filled in.</summary>
    /// <returns>The complete launch template.</returns>
    public SimulatedLaunchTemplate AddLaunchTemplate(SimulatedLaunchTemplate template) => Read(now =>
    {
        var complete = template with
        {
            LaunchTemplateId = template.LaunchTemplateId.Length > 0 ? template.LaunchTemplateId : _state.Ids.Resource("lt"),
            CreatedTime = template.CreatedTime == default ? now : template.CreatedTime,
            HighestNumber = Math.Max(template.HighestNumber, template.LatestVersion),
        };
        _state.LaunchTemplates.Put(complete);
        return complete;
    });

    /// <summary>Returns the launch configurations of an account, or of all accounts, in the order of their creation.</summary>
    public IReadOnlyList<SimulatedLaunchConfiguration> LaunchConfigurations(string? accountId = null) => Read<IReadOnlyList<SimulatedLaunchConfiguration>>(_ =>
        [.. _state.AutoScaling.Configurations.Where(configuration => accountId is null || configuration.AccountId == accountId)]);

    /// <summary>Adds a launch configuration, or replaces the one with the same ID. A missing ID or time is filled in.</summary>
    /// <returns>The complete launch configuration.</returns>
    public SimulatedLaunchConfiguration AddLaunchConfiguration(SimulatedLaunchConfiguration configuration) => Read(now =>
    {
        var created = configuration.CreatedTime == default ? now : configuration.CreatedTime;
        var complete = configuration with
        {
            LaunchConfigurationId = configuration.LaunchConfigurationId.Length > 0 ? configuration.LaunchConfigurationId : _state.Ids.Resource("asc"),
            CreatedTime = created,
            UpdatedTime = configuration.UpdatedTime == default ? created : configuration.UpdatedTime,
        };
        _state.AutoScaling.Put(complete);
        return complete;
    });

    /// <summary>Returns the scaling groups of an account, or of all accounts, in the order of their creation.</summary>
    public IReadOnlyList<SimulatedScalingGroup> ScalingGroups(string? accountId = null) => Read<IReadOnlyList<SimulatedScalingGroup>>(_ =>
        [.. _state.AutoScaling.Groups.Where(group => accountId is null || group.AccountId == accountId)]);

    /// <summary>Adds a scaling group, or replaces the one with the same ID. A missing ID or time is filled in.</summary>
    /// <param name="group">The group. Its launch configuration must exist.</param>
    /// <param name="newInstances">The number of instances to create for it.</param>
    /// <param name="imageId">The image of these; null for that of the launch configuration.</param>
    /// <returns>The complete group.</returns>
    /// <exception cref="ArgumentException">The launch configuration or the image does not exist.</exception>
    public SimulatedScalingGroup AddScalingGroup(SimulatedScalingGroup group, int newInstances = 0, string? imageId = null) =>
        Read(now => GroupDraft.Add(_state, group, newInstances, imageId, now));

    /// <summary>Returns true when an account sees an image in a region.</summary>
    internal bool Sees(string accountId, string imageId, string region) => Read(_ => _state.Images.Find(imageId, region, accountId) is not null);

    /// <summary>Handles a request, in the time of the simulator.</summary>
    /// <returns>The response, and the way in which to deliver it.</returns>
    public async Task<SimulatedResponse> HandleAsync(SimulatedRequest request, CancellationToken cancellationToken)
    {
        var region = Options.FindRegion(request.Region);
        var fault = Faults.Next(request.Action, Actions.Contains(request.Action), region?.Id ?? request.Region, region is not null);
        await TimeProvider.WaitAsync(Options.Latency + (fault?.Latency ?? TimeSpan.Zero), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var response = Read(now => Handle(request, fault, now));
        await TimeProvider.WaitAsync(fault?.AnswerLatency ?? TimeSpan.Zero, cancellationToken);
        return response;
    }

    private SimulatedResponse Handle(SimulatedRequest request, Fault? fault, DateTimeOffset now)
    {
        var acts = fault?.Acts ?? true;
        var call = acts ? _gateway.Handle(request, now) : _gateway.Refuse(request, FaultResponse.CodeBeforeActing(fault!));
        if (fault is not null)
            FaultResponse.Apply(fault, call, request);
        _state.Calls.Add(
            new SimulatedCall(
                now, request.Action, call.Region.Length > 0 ? call.Region : request.Region, call.AccountId, call.RequestId,
                call.Outcome, call.Acted, fault?.Kind),
            Actions.Contains(request.Action),
            Options.CallLogCapacity);
        return call.Response;
    }

    private SimulatedImage View(SimulatedImage image, DateTimeOffset now) => _state.Copies.View(image, image.AccountId, now, Options);

    private T Read<T>(Func<DateTimeOffset, T> read)
    {
        lock (_gate)
        {
            var now = TimeProvider.GetUtcNow();
            _state.Advance(now);
            return read(now);
        }
    }

    private void Change(Action change)
    {
        lock (_gate)
            change();
    }
}
