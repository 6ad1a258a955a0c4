namespace TencentImageReplication.Simulator.Model;

/// <summary>Draws random numbers that are the same on every machine for the same seed (SplitMix64).</summary>
internal sealed class SeededRandom
{
    private ulong _state;

    public SeededRandom(ulong seed) => _state = seed;

    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var mixed = _state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>Returns a number from 0 to just below 1.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Returns a whole number from 0 to just below the limit.</summary>
    public int Next(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>Combines several values into a seed (FNV-1a), the same on every machine.</summary>
    public static ulong Hash(params object[] parts)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var character in string.Join("\u001f", parts.Select(part => FormattableString.Invariant($"{part}"))))
                hash = (hash ^ character) * 1099511628211UL;
            return hash;
        }
    }
}
