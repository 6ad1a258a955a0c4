using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>The refresh activities of scaling groups.</summary>
internal sealed class RefreshTracker
{
    private readonly CloudState _state;
    private readonly RefreshSteps _steps;
    private readonly List<RefreshActivity> _activities = [];

    public RefreshTracker(CloudState state)
    {
        _state = state;
        _steps = new RefreshSteps(state, this);
    }

    /// <summary>All activities, in the order of their creation.</summary>
    public IReadOnlyList<RefreshActivity> All => _activities;

    /// <summary>Returns the activity of a group that is in progress or paused; null for none.</summary>
    public RefreshActivity? OpenOf(string groupId) => _activities.Find(activity => activity.GroupId == groupId && activity.IsOpen);

    /// <summary>Starts a refresh.</summary>
    public RefreshActivity Start(SimulatedScalingGroup group, string mode, RefreshPlan plan, IEnumerable<RefreshedInstance> instances, DateTimeOffset now) =>
        Add(group, mode, plan, instances, null, now, now);

    /// <summary>Starts to roll a refresh back. Instances that are being refreshed are refreshed to the end first.</summary>
    public RefreshActivity RollBack(
        SimulatedScalingGroup group, RefreshActivity origin, RefreshPlan plan, IEnumerable<RefreshedInstance> instances, DateTimeOffset now)
    {
        // Inferred: the state of an activity that did not succeed and is rolled back.
        if (origin.IsOpen)
            origin.End(origin.Status == RefreshStatus.FailedPause ? RefreshStatus.Failed : RefreshStatus.Cancelled, now);
        _steps.RemoveSurge(origin);
        return Add(group, origin.Mode, plan, instances, origin.Id, now, origin.NextStep ?? now);
    }

    /// <summary>Resumes a paused activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="retries">True to retry the instances that failed, false to skip them.</param>
    /// <param name="now">The time.</param>
    public void Resume(RefreshActivity activity, bool retries, DateTimeOffset now)
    {
        activity.Status = RefreshStatus.Running;
        // A batch that is still being refreshed goes on by itself.
        if (activity.NextStep is null)
            _steps.Resume(activity, retries, now);
        Advance(now);
    }

    /// <summary>Cancels a paused activity: what waits is cancelled, and instances that failed stay as they are.</summary>
    public void Cancel(RefreshActivity activity, DateTimeOffset now)
    {
        activity.End(RefreshStatus.Cancelled, now);
        _steps.RemoveSurge(activity);
    }

    /// <summary>Takes the steps that are due by now, in the order of their times.</summary>
    public void Advance(DateTimeOffset now)
    {
        while (_activities.Where(activity => activity.NextStep <= now).OrderBy(activity => activity.NextStep).FirstOrDefault() is { } next)
            _steps.Take(next, next.NextStep!.Value);
    }

    private RefreshActivity Add(
        SimulatedScalingGroup group, string mode, RefreshPlan plan, IEnumerable<RefreshedInstance> instances, string? originId, DateTimeOffset now, DateTimeOffset begins)
    {
        var activity = new RefreshActivity
        {
            Id = _state.Ids.Resource("asr"),
            GroupId = group.AutoScalingGroupId,
            OriginId = originId,
            Mode = mode,
            Plan = plan,
            Batches = RefreshBatch.Divide([.. instances], plan.BatchNumber),
            CreatedTime = now,
            NextStep = begins + _steps.CycleOf(group.AutoScalingGroupId).Preparation,
        };
        _activities.Add(activity);
        return activity;
    }
}
