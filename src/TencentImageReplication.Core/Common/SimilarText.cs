namespace TencentImageReplication.Core.Common;

/// <summary>Measures how similar two texts are, to suggest a correction of a typing error.</summary>
internal static class SimilarText
{
    /// <summary>
    /// Returns the number of characters to insert, delete, replace or swap with the next one to turn a text into another (the
    /// optimal string alignment distance).
    /// </summary>
    public static int Distance(string one, string other)
    {
        var distances = new int[one.Length + 1, other.Length + 1];
        for (var row = 0; row <= one.Length; row++)
            distances[row, 0] = row;
        for (var column = 0; column <= other.Length; column++)
            distances[0, column] = column;

        for (var row = 1; row <= one.Length; row++)
        {
            for (var column = 1; column <= other.Length; column++)
            {
                var replacement = distances[row - 1, column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                var shift = Math.Min(distances[row - 1, column], distances[row, column - 1]) + 1;
                distances[row, column] = Math.Min(replacement, shift);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                    distances[row, column] = Math.Min(distances[row, column], distances[row - 2, column - 2] + 1);
            }
        }

        return distances[one.Length, other.Length];
    }
}
