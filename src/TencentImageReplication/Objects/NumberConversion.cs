namespace TencentImageReplication.Objects;

/// <summary>Converts the 64-bit numbers of the API to those that a script expects.</summary>
internal static class NumberConversion
{
    internal static int? From(long? value) => value is { } number ? checked((int)number) : null;
}
