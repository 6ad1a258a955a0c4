namespace TencentImageReplication.Objects;

/// <summary>Converts the 64-bit numbers of the API to those that a script expects.</summary>
internal static class NumberConversion
{
    // No count, size or version is outside: such a number is wrong, and the value unknown.
    internal static int? From(long? value) => value is >= int.MinValue and <= int.MaxValue ? (int)value : null;
}
