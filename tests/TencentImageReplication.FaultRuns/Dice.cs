namespace TencentImageReplication.FaultRuns;

/// <summary>Draws values from a seed.</summary>
#pragma warning disable CA5394 // The values must be the same every time.
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public double Fraction() => _random.NextDouble();

    public bool Chance(double probability) => _random.NextDouble() < probability;

    /// <summary>Draws a number between two limits, both included.</summary>
    public int Number(int least, int most) => _random.Next(least, most + 1);

    public T OneOf<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    /// <summary>Draws some of the choices, each at most once, in any order.</summary>
    public T[] Some<T>(IEnumerable<T> choices, int count)
    {
        var all = choices.ToArray();
        _random.Shuffle(all);
        return all[..Math.Min(count, all.Length)];
    }

    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + ((most - least) * _random.NextDouble());

    /// <summary>Draws a duration on a logarithmic scale: one to two seconds is as likely as one to two hours.</summary>
    public TimeSpan OfAnyScale(TimeSpan least, TimeSpan most) =>
        least * Math.Pow(most / least, _random.NextDouble());

    /// <summary>Returns independent dice, so that more draws from these do not change the draws from the others.</summary>
    public Dice Apart() => new(_random.Next());
}
