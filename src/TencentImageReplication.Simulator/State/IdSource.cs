using System.Globalization;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>Draws IDs and numbers. The same seed and the same calls give the same values.</summary>
public sealed class IdSource
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";
    private readonly SeededRandom _random;

    internal IdSource(int seed) => _random = new SeededRandom(SeededRandom.Hash(seed));

    /// <summary>Returns a new ID of a resource, such as <c>img-</c> and eight characters.</summary>
    public string Resource(string prefix) => Resource(prefix, _random);

    /// <summary>Returns the ID that is always the same for the same parts, such as that of an account's default network.</summary>
    public static string Fixed(string prefix, params object[] parts) => Resource(prefix, new SeededRandom(SeededRandom.Hash(parts)));

    /// <summary>Returns a new UUID.</summary>
    public string Uuid() => string.Format(
        CultureInfo.InvariantCulture, "{0:x8}-{1:x4}-4{2:x3}-a{3:x3}-{4:x12}",
        (uint)_random.Next(), (ushort)_random.Next(), _random.Next() & 0xFFF, _random.Next() & 0xFFF, _random.Next() & 0xFFFFFFFFFFFF);

    /// <summary>Returns a number from 0 to just below 1.</summary>
    public double Fraction() => _random.NextDouble();

    /// <summary>Returns a whole number from 0 to just below the limit.</summary>
    public int Number(int limit) => _random.Next(limit);

    private static string Resource(string prefix, SeededRandom random)
    {
        var characters = new char[8];
        for (var i = 0; i < characters.Length; i++)
            characters[i] = Alphabet[random.Next(Alphabet.Length)];
        return $"{prefix}-{new string(characters)}";
    }
}
