using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>Takes the steps of refresh activities.</summary>
internal sealed class RefreshSteps
{
    private readonly CloudState _state;
    private readonly RefreshTracker _tracker;
    private readonly RefreshWork _work;

    // The attempts that failed so far, by instance.
    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);

    public RefreshSteps(CloudState state, RefreshTracker tracker)
    {
        _state = state;
        _tracker = tracker;
        _work = new RefreshWork(state);
    }

    public RefreshLifeCycle CycleOf(string groupId) =>
        _state.Options.RefreshesOf.TryGetValue(groupId, out var special) ? special : _state.Options.Refreshes;

    /// <summary>Takes the step that is due.</summary>
    public void Take(RefreshActivity activity, DateTimeOffset at)
    {
        activity.NextStep = null;
        switch (activity.Phase)
        {
            case RefreshPhase.Preparing:
                activity.StartTime = at;
                activity.Status = RefreshStatus.Running;
                if (activity.Plan.MaxSurge > 0)
                    ScaleOut(activity, at);
                else
                    StartBatch(activity, 1, at);
                break;
            case RefreshPhase.ScalingOut:
                EndScalingOut(activity, at);
                break;
            case RefreshPhase.Refreshing:
                EndBatch(activity, at);
                break;
            default:
                RemoveSurge(activity);
                Finish(activity, at);
                break;
        }
    }

    /// <summary>Resumes after a pause.</summary>
    public void Resume(RefreshActivity activity, bool retries, DateTimeOffset at)
    {
        if (activity.Phase == RefreshPhase.ScalingOut)
            ScaleOut(activity, at);
        else if (retries && activity.Current is { } batch && batch.Instances.Any(instance => instance.Status == RefreshStatus.Failed))
            StartBatch(activity, batch.Number, at);
        else
            GoOn(activity, at);
    }

    /// <summary>Deletes the additional instances.</summary>
    public void RemoveSurge(RefreshActivity activity)
    {
        foreach (var id in activity.SurgeIds)
            _work.Remove(activity.GroupId, id);
        activity.SurgeIds.Clear();
    }

    private void ScaleOut(RefreshActivity activity, DateTimeOffset at)
    {
        activity.Phase = RefreshPhase.ScalingOut;
        var like = activity.Instances.FirstOrDefault(instance => _work.Find(instance.InstanceId) is not null)?.InstanceId;
        for (var i = 0; like is not null && i < activity.Plan.MaxSurge; i++)
            activity.SurgeIds.Add(_work.AddLike(like, activity.GroupId, at));
        activity.NextStep = at + CycleOf(activity.GroupId).SurgeDuration;
    }

    private void EndScalingOut(RefreshActivity activity, DateTimeOffset at)
    {
        if (CycleOf(activity.GroupId).SurgeFails && !activity.SurgeFailed)
        {
            activity.SurgeFailed = true;
            RemoveSurge(activity);
            // Documented: there is nothing to roll back, so the activity is cancelled instead.
            if (activity.Plan.FailProcess == RefreshPlan.FailPause)
                activity.Status = RefreshStatus.FailedPause;
            else
                activity.End(RefreshStatus.Cancelled, at);
            return;
        }

        foreach (var id in activity.SurgeIds)
            _work.Run(id, at);
        activity.Phase = RefreshPhase.Refreshing;
        if (activity.Status != RefreshStatus.ManualPause)
            StartBatch(activity, 1, at);
    }

    private void StartBatch(RefreshActivity activity, int number, DateTimeOffset at)
    {
        activity.Phase = RefreshPhase.Refreshing;
        activity.CurrentBatch = number;
        var batch = activity.Batches[number - 1];
        batch.Status = RefreshStatus.Running;
        batch.StartTime ??= at;
        batch.EndTime = null;
        foreach (var instance in batch.Instances.Where(instance => instance.Status is RefreshStatus.Waiting or RefreshStatus.Failed))
            _work.Start(activity, instance, at);
        var isRunning = batch.Instances.Any(instance => instance.Status == RefreshStatus.Running);
        activity.NextStep = isRunning ? at + Duration(activity, batch) : at;
    }

    // An instance that the load balancer does not find healthy fails at the end of the time for that.
    private TimeSpan Duration(RefreshActivity activity, RefreshBatch batch)
    {
        var duration = CycleOf(activity.GroupId).BatchDuration;
        var waits = ChecksHealth(activity) && batch.Instances.Any(instance => instance.Status == RefreshStatus.Running && Fails(activity, instance));
        return waits ? duration + TimeSpan.FromSeconds(activity.Plan.HealthTimeoutSeconds) : duration;
    }

    // Documented: the check has an effect only in a group with a load balancer.
    private bool ChecksHealth(RefreshActivity activity) =>
        activity.Plan.ChecksHealth && _state.AutoScaling.FindGroup(activity.GroupId)?.LoadBalancerId is not null;

    private bool Fails(RefreshActivity activity, RefreshedInstance instance)
    {
        var cycle = CycleOf(activity.GroupId);
        var isMeant = activity.OriginId is null
            ? cycle.FailingBatches.Contains(activity.CurrentBatch) || cycle.FailingInstances.Contains(instance.InstanceId)
            : cycle.RollbacksFail && cycle.FailingInstances.Contains(instance.InstanceId);
        return isMeant && (cycle.Failures is not { } maximum || (_failures.TryGetValue(instance.InstanceId, out var count) ? count : 0) < maximum);
    }

    private void EndBatch(RefreshActivity activity, DateTimeOffset at)
    {
        var batch = activity.Current!;
        var cycle = CycleOf(activity.GroupId);
        foreach (var instance in batch.Instances.Where(instance => instance.Status == RefreshStatus.Running))
        {
            var fails = Fails(activity, instance);
            if (fails)
                _failures[instance.InstanceId] = (_failures.TryGetValue(instance.InstanceId, out var count) ? count : 0) + 1;
            _work.End(activity, instance, fails ? cycle.FailureMessage : null, cycle.FailuresHaveNewImage || ChecksHealth(activity), at);
        }
        var failed = batch.Instances.Count(instance => instance.Status == RefreshStatus.Failed);
        var succeeded = batch.Instances.Count(instance => instance.Status == RefreshStatus.Successful);
        batch.EndTime = at;
        batch.Status = failed == 0 ? RefreshStatus.Successful : succeeded > 0 ? RefreshStatus.PartiallySuccessful : RefreshStatus.Failed;
        // An activity that is being rolled back has ended already.
        if (!activity.IsOpen)
            return;
        if (failed > 0)
            React(activity, at);
        else if (activity.CurrentBatch < activity.Batches.Count && activity.Status == RefreshStatus.Running && activity.Plan.PausesAfter(activity.CurrentBatch))
            activity.Status = RefreshStatus.AutoPause;
        else if (activity.CurrentBatch == activity.Batches.Count || activity.Status == RefreshStatus.Running)
            GoOn(activity, at);
    }

    private void React(RefreshActivity activity, DateTimeOffset at)
    {
        // Neither a rollback nor a replacement can be rolled back.
        var canRollBack = activity.OriginId is null && activity.Mode == RefreshActivity.Reset;
        var process = activity.Plan.FailProcess == RefreshPlan.FailRollback && !canRollBack ? RefreshPlan.FailPause : activity.Plan.FailProcess;
        activity.Status = RefreshStatus.FailedPause;
        if (process == RefreshPlan.FailCancel)
        {
            _tracker.Cancel(activity, at);
        }
        else if (process == RefreshPlan.FailRollback && _state.AutoScaling.FindGroup(activity.GroupId) is { } group)
        {
            List<RefreshedInstance> instances = [.. _work.ToRollBack(activity)];
            var plan = new RefreshPlan(instances.Count, RefreshPlan.Automatic, RefreshPlan.FailPause, 0, activity.Plan.ChecksHealth, activity.Plan.HealthTimeoutSeconds);
            _tracker.RollBack(group, activity, plan, instances, at);
        }
    }

    private void GoOn(RefreshActivity activity, DateTimeOffset at)
    {
        if (activity.CurrentBatch < activity.Batches.Count)
        {
            StartBatch(activity, activity.CurrentBatch + 1, at);
            return;
        }

        activity.Status = RefreshStatus.Running;
        if (activity.SurgeIds.Count == 0)
        {
            Finish(activity, at);
            return;
        }
        activity.Phase = RefreshPhase.ScalingIn;
        activity.NextStep = at + CycleOf(activity.GroupId).SurgeDuration;
    }

    private void Finish(RefreshActivity activity, DateTimeOffset at) => activity.End(
        activity.Instances.Any(instance => instance.Status == RefreshStatus.Failed) ? _state.Options.SkippedFailuresStatus : RefreshStatus.Successful, at);
}
