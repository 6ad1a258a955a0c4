namespace TencentImageReplication.Objects;

/// <summary>Turns Tencent's 64-bit numbers into those that a script expects.</summary>
internal static class NumberConversion
{
    internal static int? From(long? value) => value is { } number ? checked((int)number) : null;
}
