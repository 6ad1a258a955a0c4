namespace TencentImageReplication.Simulator.State;

/// <summary>A command on one or more instances.</summary>
internal sealed record Invocation
{
    public required string InvocationId { get; init; }

    public required string CommandId { get; init; }

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    public required CommandDocument Command { get; init; }

    public required DateTimeOffset Created { get; init; }

    public IReadOnlyList<InvocationTask> Tasks { get; init; } = [];

    public bool IsOver(DateTimeOffset now) => Tasks.All(task => task.IsOver(now));

    /// <summary>Returns the status of all tasks together.</summary>
    public string Status(DateTimeOffset now)
    {
        var states = Tasks.Select(task => task.Status(now)).ToList();
        if (!IsOver(now))
            return states.TrueForAll(state => state is TaskStates.Pending or TaskStates.Delivering) ? TaskStates.Pending : TaskStates.Running;
        if (states.TrueForAll(state => state == TaskStates.Success))
            return TaskStates.Success;
        if (states.Contains(TaskStates.Success))
            return TaskStates.PartialFailed;
        return states.TrueForAll(state => state is TaskStates.Timeout or TaskStates.TaskTimeout) ? TaskStates.Timeout : TaskStates.Failed;
    }

    public DateTimeOffset Updated(DateTimeOffset now) => Tasks.Max(task => task.Updated(now));
}
