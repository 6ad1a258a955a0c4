namespace TencentImageReplication.Simulator.State;

/// <summary>The newest calls, and the number of calls by action.</summary>
internal sealed class CallLog
{
    private readonly Queue<SimulatedCall> _calls = new();
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    public IReadOnlyList<SimulatedCall> Calls => [.. _calls];

    public IReadOnlyDictionary<string, long> Counts => new Dictionary<string, long>(_counts, StringComparer.Ordinal);

    public void Add(SimulatedCall call, bool isKnownAction, int capacity)
    {
        // Unknown names are not counted, otherwise a client that sends invented names fills the memory.
        if (isKnownAction)
            _counts[call.Action] = _counts.TryGetValue(call.Action, out var count) ? count + 1 : 1;
        _calls.Enqueue(call);
        while (_calls.Count > capacity)
            _calls.Dequeue();
    }
}
