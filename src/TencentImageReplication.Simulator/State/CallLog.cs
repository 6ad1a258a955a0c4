using TencentImageReplication.Simulator.Actions;

namespace TencentImageReplication.Simulator.State;

/// <summary>The newest calls, and how many there were of each action.</summary>
internal sealed class CallLog
{
    private readonly Queue<SimulatedCall> _calls = new();
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    public IReadOnlyList<SimulatedCall> Calls => [.. _calls];

    public IReadOnlyDictionary<string, long> Counts => new Dictionary<string, long>(_counts, StringComparer.Ordinal);

    public void Add(SimulatedCall call, int capacity)
    {
        // Only names of actions that exist become keys, or a client with a loose tongue would fill the memory.
        if (ActionTable.Knows(call.Action))
            _counts[call.Action] = _counts.TryGetValue(call.Action, out var count) ? count + 1 : 1;
        _calls.Enqueue(call);
        while (_calls.Count > capacity)
            _calls.Dequeue();
    }
}
