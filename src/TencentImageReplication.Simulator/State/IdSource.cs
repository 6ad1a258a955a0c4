using System.Globalization;

namespace TencentImageReplication.Simulator.State;

/// <summary>Draws the IDs. The same seed and the same calls give the same IDs.</summary>
internal sealed class IdSource
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";
    private readonly SeededRandom _random;

    public IdSource(int seed) => _random = new SeededRandom(SeededRandom.Hash(seed));

    public string Resource(string prefix) => Resource(prefix, _random);

    /// <summary>An ID that follows from what it stands for, such as an account's default network.</summary>
    public static string Fixed(string prefix, params object[] meaning) => Resource(prefix, new SeededRandom(SeededRandom.Hash(meaning)));

    public string Uuid() => string.Format(
        CultureInfo.InvariantCulture, "{0:x8}-{1:x4}-4{2:x3}-a{3:x3}-{4:x12}",
        (uint)_random.Next(), (ushort)_random.Next(), _random.Next() & 0xFFF, _random.Next() & 0xFFF, _random.Next() & 0xFFFFFFFFFFFF);

    public double Fraction() => _random.NextDouble();

    public int Number(int limit) => _random.Next(limit);

    private static string Resource(string prefix, SeededRandom random)
    {
        var characters = new char[8];
        for (var i = 0; i < characters.Length; i++)
            characters[i] = Alphabet[random.Next(Alphabet.Length)];
        return $"{prefix}-{new string(characters)}";
    }
}
