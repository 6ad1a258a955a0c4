namespace TencentImageReplication.Simulator.State;

/// <summary>The commands that were run on instances, and the names of those that were saved.</summary>
internal sealed class CommandStore
{
    private readonly List<Invocation> _invocations = [];
    private readonly List<(string AccountId, string Region, string Name)> _saved = [];

    /// <summary>Returns the commands of an account in a region, the newest first.</summary>
    public IEnumerable<Invocation> Owned(string region, string accountId) => _invocations.AsEnumerable().Reverse()
        .Where(invocation => invocation.AccountId == accountId && invocation.Region == region);

    /// <summary>Adds a command.</summary>
    public void Add(Invocation invocation) => _invocations.Add(invocation);

    /// <summary>Ends the tasks of an instance whose agent is silent from now on.</summary>
    public void Interrupt(string instanceId, DateTimeOffset now)
    {
        for (var i = 0; i < _invocations.Count; i++)
        {
            if (!_invocations[i].IsOver(now) && _invocations[i].Tasks.Any(task => task.InstanceId == instanceId))
            {
                _invocations[i] = _invocations[i] with
                {
                    Tasks = [.. _invocations[i].Tasks.Select(task => task.InstanceId == instanceId ? task.Interrupted(now) : task)],
                };
            }
        }
    }

    /// <summary>Returns the names of the saved commands of an account in a region.</summary>
    public IEnumerable<string> SavedNames(string region, string accountId) =>
        _saved.Where(saved => saved.AccountId == accountId && saved.Region == region).Select(saved => saved.Name);

    /// <summary>Saves the name of a command.</summary>
    public void Save(string region, string accountId, string name) => _saved.Add((accountId, region, name));
}
