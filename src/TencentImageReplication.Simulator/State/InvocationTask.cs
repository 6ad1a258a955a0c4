namespace TencentImageReplication.Simulator.State;

/// <summary>A command on one instance. Its course is known from the start, unless the instance stops meanwhile.</summary>
internal sealed record InvocationTask
{
    public required string TaskId { get; init; }

    public required string InstanceId { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The time at which the script starts; null when it does not.</summary>
    public DateTimeOffset? Starts { get; init; }

    public required DateTimeOffset Ends { get; init; }

    /// <summary>The status at the end.</summary>
    public required string Ending { get; init; }

    public int ExitCode { get; init; }

    /// <summary>The output as far as the service keeps it.</summary>
    public byte[] Output { get; init; } = [];

    /// <summary>The number of bytes that were cut off.</summary>
    public int Dropped { get; init; }

    public string ErrorInfo { get; init; } = "";

    /// <summary>The time by which the service expects the result of the agent.</summary>
    public required DateTimeOffset Deadline { get; init; }

    public bool HasStarted(DateTimeOffset now) => Starts is { } start && now >= start;

    public bool IsOver(DateTimeOffset now) => now >= Ends;

    public string Status(DateTimeOffset now)
    {
        if (IsOver(now))
            return Ending;
        if (HasStarted(now))
            return TaskStates.Running;
        return now > Created ? TaskStates.Delivering : TaskStates.Pending;
    }

    public DateTimeOffset Updated(DateTimeOffset now)
    {
        if (IsOver(now))
            return Ends;
        return HasStarted(now) ? Starts!.Value : Created;
    }

    /// <summary>Returns the task of an agent that is silent from now on: its result never arrives.</summary>
    public InvocationTask Interrupted(DateTimeOffset now) => IsOver(now)
        ? this
        : this with
        {
            Starts = HasStarted(now) ? Starts : null,
            Ends = Deadline,
            Ending = TaskStates.TaskTimeout,
            ExitCode = 0,
            Output = [],
            Dropped = 0,
        };
}
