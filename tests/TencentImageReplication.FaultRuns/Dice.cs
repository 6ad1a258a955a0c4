namespace TencentImageReplication.FaultRuns;

/// <summary>What is drawn from a seed.</summary>
#pragma warning disable CA5394 // It is to be the same every time.
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public double Fraction() => _random.NextDouble();

    public bool Chance(double probability) => _random.NextDouble() < probability;

    /// <summary>From the least to the most, both included.</summary>
    public int Number(int least, int most) => _random.Next(least, most + 1);

    public T OneOf<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    /// <summary>Some of the choices, each at most once, in any order.</summary>
    public T[] Some<T>(IEnumerable<T> choices, int count)
    {
        var all = choices.ToArray();
        _random.Shuffle(all);
        return all[..Math.Min(count, all.Length)];
    }

    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + ((most - least) * _random.NextDouble());

    /// <summary>From the least to the most, short ones as likely as long ones: a second to two is like an hour to two.</summary>
    public TimeSpan OfAnyScale(TimeSpan least, TimeSpan most) =>
        least * Math.Pow(most / least, _random.NextDouble());

    /// <summary>Dice of their own, so that more draws here do not change the draws there.</summary>
    public Dice Apart() => new(_random.Next());
}
