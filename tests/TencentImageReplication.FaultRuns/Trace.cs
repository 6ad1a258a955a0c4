namespace TencentImageReplication.FaultRuns;

/// <summary>The events of a run in order: written for a replay, otherwise only their digest.</summary>
internal sealed class Trace(VirtualClock clock, TextWriter? writer)
{
    private ulong _digest = 14695981039346656037;

    /// <summary>The digest: the same for runs with the same events.</summary>
    public ulong Digest => _digest;

    public bool IsWritten => writer is not null;

    /// <summary>Adds an event.</summary>
    public void Add(string line)
    {
        Mix($"{clock.Elapsed.Ticks} {line}");
        writer?.WriteLine($"{clock.Elapsed:d\\.hh\\:mm\\:ss\\.fff}  {line}");
    }

    /// <summary>Writes a line that is not part of the digest.</summary>
    public void Note(string line) => writer?.WriteLine($"{clock.Elapsed:d\\.hh\\:mm\\:ss\\.fff}      {line}");

    private void Mix(string text)
    {
        foreach (var character in text)
            _digest = unchecked((_digest ^ character) * 1099511628211);
    }
}
