using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>Reinstalls and replaces instances of scaling groups.</summary>
internal sealed class RefreshWork(CloudState state)
{
    /// <summary>Finds an instance that exists and is not being deleted.</summary>
    public SimulatedInstance? Find(string instanceId) =>
        state.Instances.All.FirstOrDefault(instance => instance.InstanceId == instanceId && instance.State != InstanceStates.Terminating);

    /// <summary>Returns the instances that a rollback of an activity refreshes: those that it has touched and that still exist.</summary>
    public IEnumerable<RefreshedInstance> ToRollBack(RefreshActivity activity) => activity.Instances
        .Where(instance => instance.Status is RefreshStatus.Successful or RefreshStatus.Failed or RefreshStatus.Running)
        .Select(instance => (Refreshed: instance, Now: Find(instance.InstanceId)))
        .Where(pair => pair.Now is not null)
        .Select(pair => new RefreshedInstance(pair.Refreshed.InstanceId, pair.Now!.ImageId, pair.Refreshed.ImageBefore));

    /// <summary>Starts to refresh an instance.</summary>
    public void Start(RefreshActivity activity, RefreshedInstance refreshed, DateTimeOffset at)
    {
        if (Find(refreshed.InstanceId) is null || Member(activity.GroupId, refreshed.InstanceId) is null)
        {
            refreshed.Status = RefreshStatus.NotFound;
            return;
        }

        refreshed.Status = RefreshStatus.Running;
        refreshed.Message = "";
        refreshed.LastActivityId = state.Ids.Resource("asa");
        if (activity.Mode == RefreshActivity.Replace)
        {
            refreshed.ReplacementId = AddLike(refreshed.InstanceId, activity.GroupId, at);
            return;
        }
        // Inferred: the service says that an instance that failed stays in standby, so this is its state before.
        ChangeMember(activity.GroupId, refreshed.InstanceId, member => member with { LifeCycleState = state.Options.StandbyLifeCycleState });
        state.Instances.Update(refreshed.InstanceId, instance => instance with { State = InstanceStates.Rebooting, LatestOperation = "ResetInstance" });
        // The launch configuration is read now: a change of it during the refresh reaches only later batches.
        refreshed.Target = Target(activity, refreshed, at);
    }

    /// <summary>Ends the refresh of an instance.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="refreshed">The instance.</param>
    /// <param name="failure">The message of the failure; null for success.</param>
    /// <param name="installsFailures">True when an instance that failed has the new image.</param>
    /// <param name="at">The time, from which the instance runs again.</param>
    public void End(RefreshActivity activity, RefreshedInstance refreshed, string? failure, bool installsFailures, DateTimeOffset at)
    {
        if (Find(refreshed.InstanceId) is null)
        {
            refreshed.Status = RefreshStatus.NotFound;
            if (refreshed.ReplacementId is { } replacement)
                Remove(activity.GroupId, replacement);
            return;
        }
        var isReset = activity.Mode == RefreshActivity.Reset;
        if (isReset && refreshed.Target is null)
            failure ??= "InvalidImageId.NotFound";
        refreshed.Status = failure is null ? RefreshStatus.Successful : RefreshStatus.Failed;
        refreshed.Message = failure ?? "success";
        if (!isReset)
        {
            Replace(activity, refreshed, failure is null, at);
            return;
        }
        if (refreshed.Target is { } target && (failure is null || installsFailures))
            state.Instances.Update(refreshed.InstanceId, target.Install);
        Run(refreshed.InstanceId, at);
        if (failure is null)
        {
            var version = refreshed.Target!.Configuration.VersionNumber;
            ChangeMember(activity.GroupId, refreshed.InstanceId, member => member with { LifeCycleState = null, VersionNumber = version });
        }
    }

    /// <summary>Adds an instance to a group, like another one but with the settings of its launch configuration.</summary>
    /// <returns>The ID.</returns>
    public string AddLike(string instanceId, string groupId, DateTimeOffset at)
    {
        var configuration = Configuration(groupId);
        var source = Find(instanceId)!;
        var image = configuration is null ? null : ConfigurationImage.Find(configuration, state, at);
        var added = source with
        {
            InstanceId = state.Ids.Resource("ins"),
            State = InstanceStates.Pending,
            StartEnds = DateTimeOffset.MaxValue,
            TerminatesAt = null,
            CreatedTime = at,
            ChargeType = "POSTPAID_BY_HOUR",
            SystemDisk = source.SystemDisk with { DiskId = state.Ids.Resource("disk") },
            DataDisks = [.. source.DataDisks.Select(disk => disk with { DiskId = state.Ids.Resource("disk") })],
            PrivateIpAddress = FormattableString.Invariant($"172.16.{state.Ids.Number(256)}.{2 + state.Ids.Number(250)}"),
            PublicIpAddress = null,
            Uuid = state.Ids.Uuid(),
            RequestId = state.Ids.Uuid(),
            LatestOperation = "RunInstances",
        };
        if (image is not null)
            added = new RefreshTarget(image, configuration!).Install(added);
        state.Instances.Add(added);
        Change(groupId, group => group with
        {
            Instances = [.. group.Instances, new SimulatedGroupInstance { InstanceId = added.InstanceId, AddTime = at, VersionNumber = configuration?.VersionNumber ?? 1 }],
        });
        return added.InstanceId;
    }

    /// <summary>Lets an instance run.</summary>
    public void Run(string instanceId, DateTimeOffset at) =>
        state.Instances.Update(instanceId, instance => instance with { State = InstanceStates.Running, StartEnds = at });

    /// <summary>Deletes an instance of a group.</summary>
    public void Remove(string groupId, string instanceId)
    {
        state.Instances.Remove(instanceId);
        Change(groupId, group => group with { Instances = [.. group.Instances.Where(member => member.InstanceId != instanceId)] });
    }

    private void Replace(RefreshActivity activity, RefreshedInstance refreshed, bool succeeds, DateTimeOffset at)
    {
        var replacement = refreshed.ReplacementId!;
        refreshed.ReplacementId = null;
        if (succeeds)
            Run(replacement, at);
        Remove(activity.GroupId, succeeds ? refreshed.InstanceId : replacement);
    }

    private RefreshTarget? Target(RefreshActivity activity, RefreshedInstance refreshed, DateTimeOffset at)
    {
        if (Configuration(activity.GroupId) is not { } configuration)
            return null;
        var image = refreshed.RestoredImageId is { } restored
            ? state.Images.Find(restored, configuration.Region, configuration.AccountId)
            : ConfigurationImage.Find(configuration, state, at);
        return image is null ? null : new RefreshTarget(image, configuration);
    }

    private SimulatedLaunchConfiguration? Configuration(string groupId) =>
        state.AutoScaling.FindGroup(groupId) is { } group ? state.AutoScaling.FindConfiguration(group.LaunchConfigurationId) : null;

    private SimulatedGroupInstance? Member(string groupId, string instanceId) =>
        state.AutoScaling.FindGroup(groupId)?.Instances.FirstOrDefault(member => member.InstanceId == instanceId);

    private void ChangeMember(string groupId, string instanceId, Func<SimulatedGroupInstance, SimulatedGroupInstance> change) => Change(groupId, group => group with
    {
        Instances = [.. group.Instances.Select(member => member.InstanceId == instanceId ? change(member) : member)],
    });

    private void Change(string groupId, Func<SimulatedScalingGroup, SimulatedScalingGroup> change)
    {
        if (state.AutoScaling.FindGroup(groupId) is { } group)
            state.AutoScaling.Put(change(group));
    }
}
