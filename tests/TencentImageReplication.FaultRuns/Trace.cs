namespace TencentImageReplication.FaultRuns;

/// <summary>What happened, in order: written out for a replay, summed up in a number otherwise.</summary>
internal sealed class Trace(JumpingClock clock, TextWriter? writer)
{
    private ulong _digest = 14695981039346656037;

    /// <summary>Two runs of which the same was told have the same.</summary>
    public ulong Digest => _digest;

    public bool IsWritten => writer is not null;

    /// <summary>Tells something.</summary>
    public void Add(string line)
    {
        Mix($"{clock.Elapsed.Ticks} {line}");
        writer?.WriteLine($"{clock.Elapsed:d\\.hh\\:mm\\:ss\\.fff}  {line}");
    }

    /// <summary>Tells something for people alone.</summary>
    public void Note(string line) => writer?.WriteLine($"{clock.Elapsed:d\\.hh\\:mm\\:ss\\.fff}      {line}");

    private void Mix(string text)
    {
        foreach (var character in text)
            _digest = unchecked((_digest ^ character) * 1099511628211);
    }
}
