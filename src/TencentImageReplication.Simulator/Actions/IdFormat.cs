namespace TencentImageReplication.Simulator.Actions;

/// <summary>The shape of IDs: a prefix, a dash and eight lower-case letters or digits.</summary>
internal static class IdFormat
{
    public static bool Fits(string prefix, string id) =>
        id.Length == prefix.Length + 9
        && id.StartsWith(prefix + "-", StringComparison.Ordinal)
        && id.Skip(prefix.Length + 1).All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9'));
}
