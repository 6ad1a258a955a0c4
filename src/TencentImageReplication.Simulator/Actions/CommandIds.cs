using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>The IDs in requests to the automation service. Its examples have eight to ten characters after the dash.</summary>
internal static class CommandIds
{
    private const int MaxIds = 100;
    private const string NoInstance = "InvalidParameterValue.InvalidInstanceId";
    private static readonly string[] InstancePrefixes = ["ins-", "lhins-", "rins-"];

    /// <summary>Reads a list of IDs of one kind, which excludes filters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="prefixes">The beginnings of such IDs.</param>
    /// <param name="malformed">The code for another text.</param>
    /// <param name="tooMany">The code for more than 100.</param>
    public static IReadOnlyList<string> Read(Parameters parameters, string name, string[] prefixes, string malformed, string tooMany)
    {
        var ids = parameters.Texts(name);
        if (ids.Count > 0 && parameters.HasContent("Filters"))
            throw new ServiceException("InvalidParameter.ConflictParameter", $"{name}, Filters");
        if (ids.Count > MaxIds)
            throw new ServiceException(tooMany, name);
        Check(ids, prefixes, malformed);
        return ids;
    }

    /// <summary>Reads the parameter <c>InstanceIds</c>, which excludes filters. The instances can be of several services.</summary>
    public static IReadOnlyList<string> ReadInstances(Parameters parameters, string tooMany) => Read(parameters, "InstanceIds", InstancePrefixes, NoInstance, tooMany);

    /// <summary>Checks the IDs of instances, which can be of several services.</summary>
    public static void CheckInstances(IEnumerable<string> ids) => Check(ids, InstancePrefixes, NoInstance);

    /// <summary>Refuses a text that is not an ID.</summary>
    public static void Check(IEnumerable<string> ids, string[] prefixes, string code)
    {
        if (ids.FirstOrDefault(id => !Array.Exists(prefixes, prefix => Fits(prefix, id))) is { } wrong)
            throw new ServiceException(code, wrong);
    }

    private static bool Fits(string prefix, string id) =>
        id.StartsWith(prefix, StringComparison.Ordinal)
        && id.Length - prefix.Length is >= 8 and <= 16
        && id.Skip(prefix.Length).All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9'));
}
