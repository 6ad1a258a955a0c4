namespace TencentImageReplication.Simulator.State;

/// <summary>The instances, and the tokens that keep a repeated call from making them twice.</summary>
internal sealed class InstanceStore
{
    private readonly List<SimulatedInstance> _instances = [];
    private readonly Dictionary<(string Account, string Region, string Token), IReadOnlyList<string>> _tokens = [];

    public IReadOnlyList<SimulatedInstance> All => _instances;

    public IEnumerable<SimulatedInstance> Owned(string region, string accountId) =>
        _instances.Where(instance => instance.AccountId == accountId && instance.Region == region);

    public void Add(SimulatedInstance instance) => _instances.Add(instance);

    public IReadOnlyList<string>? MadeWith(string accountId, string region, string token) =>
        token.Length > 0 && _tokens.TryGetValue((accountId, region, token), out var ids) ? ids : null;

    public void Remember(string accountId, string region, string token, IReadOnlyList<string> instanceIds)
    {
        if (token.Length > 0)
            _tokens[(accountId, region, token)] = instanceIds;
    }

    /// <summary>Brings the starts up to the present.</summary>
    public void Advance(DateTimeOffset now)
    {
        for (var i = 0; i < _instances.Count; i++)
        {
            var instance = _instances[i];
            if (instance.State == InstanceStates.Pending && now >= instance.DecidedAt)
                _instances[i] = instance with { State = instance.DecidedState };
        }
    }
}
