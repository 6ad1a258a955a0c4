using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Faults;

/// <summary>
/// The faults of a cloud: scripted rules first, then random ones from a seed. A draw depends on the seed, the action, the
/// region and the number of their calls, and not on other threads: a seed that fails once always fails.
/// </summary>
public sealed class FaultPlan
{
    private readonly object _gate = new();
    private readonly List<(FaultRule Rule, Counter Seen)> _rules = [];
    private readonly List<FaultChance> _chances = [];
    private readonly Dictionary<(string Action, string Region), int> _calls = [];

    /// <param name="seed">The seed of the random faults.</param>
    public FaultPlan(int seed = 1) => Seed = seed;

    /// <summary>The seed of the random faults.</summary>
    public int Seed { get; }

    /// <summary>Adds a scripted fault. If several match a call, the one added first is played.</summary>
    public FaultPlan Add(FaultRule rule)
    {
        lock (_gate)
            _rules.Add((rule, new Counter()));
        return this;
    }

    /// <summary>Adds a random fault. The probabilities of all that match a call are added up.</summary>
    public FaultPlan Add(FaultChance chance)
    {
        lock (_gate)
            _chances.Add(chance);
        return this;
    }

    /// <summary>Removes all faults.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
            _chances.Clear();
        }
    }

    /// <summary>Counts a call and returns the fault that hits it; null for none.</summary>
    /// <param name="action">The value of <c>X-TC-Action</c>.</param>
    /// <param name="isKnownAction">True when the service has this action.</param>
    /// <param name="region">The ID of the region of the request.</param>
    /// <param name="isKnownRegion">True when the service has this region.</param>
    internal Fault? Next(string action, bool isKnownAction, string region, bool isKnownRegion = true)
    {
        lock (_gate)
        {
            // Unknown names share one counter, otherwise a client that sends invented names fills the memory.
            var key = (isKnownAction ? action : "", isKnownRegion ? region : "");
            _calls[key] = _calls.TryGetValue(key, out var earlier) ? earlier + 1 : 1;
            return Scripted(action, region) ?? Drawn(key.Item1, key.Item2, _calls[key]);
        }
    }

    private Fault? Scripted(string action, string region)
    {
        Fault? hit = null;
        foreach (var (rule, seen) in _rules)
        {
            if (!rule.Matches(action, region))
                continue;
            seen.Value++;
            if (seen.Value >= rule.FirstCall && seen.Value - rule.FirstCall < rule.Times)
                hit ??= rule.Fault;
        }
        return hit;
    }

    private Fault? Drawn(string action, string region, int call)
    {
        if (_chances.Count == 0)
            return null;
        var draw = new SeededRandom(SeededRandom.Hash(Seed, action, region, call)).NextDouble();
        foreach (var chance in _chances)
        {
            if (!chance.Matches(action, region))
                continue;
            if (draw < chance.Probability)
                return chance.Fault;
            draw -= chance.Probability;
        }
        return null;
    }

    private sealed class Counter
    {
        public int Value { get; set; }
    }
}
