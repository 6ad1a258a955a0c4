using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>The instances, and the client tokens that keep a retried request from creating them twice.</summary>
public sealed class InstanceStore
{
    private readonly List<SimulatedInstance> _instances = [];
    private readonly Dictionary<(string Account, string Region, string Token), ClientTokenUse> _tokens = [];

    /// <summary>All instances of all accounts.</summary>
    public IReadOnlyList<SimulatedInstance> All => _instances;

    /// <summary>Returns the instances of an account in a region.</summary>
    public IEnumerable<SimulatedInstance> Owned(string region, string accountId) =>
        _instances.Where(instance => instance.AccountId == accountId && instance.Region == region);

    /// <summary>Adds an instance.</summary>
    public void Add(SimulatedInstance instance) => _instances.Add(instance);

    /// <summary>Removes an instance.</summary>
    /// <returns>True when there was one.</returns>
    public bool Remove(string instanceId) => _instances.RemoveAll(instance => instance.InstanceId == instanceId) > 0;

    /// <summary>Changes an instance.</summary>
    /// <returns>True when there was one.</returns>
    public bool Update(string instanceId, Func<SimulatedInstance, SimulatedInstance> change)
    {
        var index = _instances.FindIndex(instance => instance.InstanceId == instanceId);
        if (index >= 0)
            _instances[index] = change(_instances[index]);
        return index >= 0;
    }

    /// <summary>Returns the request that used a client token; null when none did.</summary>
    public ClientTokenUse? CreatedWith(string accountId, string region, string token) =>
        token.Length > 0 && _tokens.TryGetValue((accountId, region, token), out var use) ? use : null;

    /// <summary>Remembers the request that used a client token.</summary>
    public void Remember(string accountId, string region, string token, ClientTokenUse use)
    {
        if (token.Length > 0)
            _tokens[(accountId, region, token)] = use;
    }

    /// <summary>Starts, stops and removes the instances that are due by now.</summary>
    internal void Advance(DateTimeOffset now, SimulatedCloudOptions options)
    {
        for (var i = 0; i < _instances.Count; i++)
            _instances[i] = ActionTimer.Apply(_instances[i], now, options);
        _instances.RemoveAll(instance => HasChanged(instance, now) && instance.StateAfterChange is null);
        for (var i = 0; i < _instances.Count; i++)
        {
            var instance = _instances[i];
            if (instance.State == InstanceStates.Pending && now >= instance.StartEnds)
                _instances[i] = instance with { State = instance.StateAfterStart };
            else if (HasChanged(instance, now))
                _instances[i] = instance with { State = instance.StateAfterChange! };
        }
    }

    // The time is missing for an instance that a test or a scenario has put into such a state: it stays there.
    private static bool HasChanged(SimulatedInstance instance, DateTimeOffset now) =>
        instance.State is InstanceStates.Stopping or InstanceStates.Terminating && instance.ChangeEnds != default && now >= instance.ChangeEnds;
}
