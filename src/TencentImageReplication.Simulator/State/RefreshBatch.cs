namespace TencentImageReplication.Simulator.State;

/// <summary>A batch of a refresh.</summary>
internal sealed class RefreshBatch(int number, IReadOnlyList<RefreshedInstance> instances)
{
    public int Number { get; } = number;

    public IReadOnlyList<RefreshedInstance> Instances { get; } = instances;

    public string Status { get; set; } = RefreshStatus.Waiting;

    public DateTimeOffset? StartTime { get; set; }

    public DateTimeOffset? EndTime { get; set; }

    /// <summary>Divides instances into batches. The first ones have one more instance when they cannot have the same number.</summary>
    public static List<RefreshBatch> Divide(IReadOnlyList<RefreshedInstance> instances, int count)
    {
        var batches = new List<RefreshBatch>();
        var next = 0;
        for (var i = 0; i < count; i++)
        {
            var size = (instances.Count / count) + (i < instances.Count % count ? 1 : 0);
            batches.Add(new RefreshBatch(i + 1, [.. instances.Skip(next).Take(size)]));
            next += size;
        }
        return batches;
    }

    /// <summary>Sets the state of the batch and of its instances that wait.</summary>
    public void Cancel()
    {
        foreach (var instance in Instances.Where(instance => instance.Status == RefreshStatus.Waiting))
            instance.Status = RefreshStatus.Cancelled;
        if (Status == RefreshStatus.Waiting)
            Status = RefreshStatus.Cancelled;
    }
}
