namespace TencentImageReplication.Simulator.Model;

/// <summary>A region of the simulated service.</summary>
/// <param name="Id">The ID, such as <c>ap-guangzhou</c>.</param>
/// <param name="EnglishName">The name in responses in English.</param>
/// <param name="ChineseName">The name in responses in Chinese.</param>
/// <param name="Area">The area.</param>
/// <param name="IsLegacy">True when nothing is sold there any more.</param>
public sealed record SimulatedRegion(string Id, string EnglishName, string ChineseName, RegionArea Area, bool IsLegacy = false)
{
    /// <summary>Returns the name in a language of the service.</summary>
    internal string Name(bool chinese) => chinese ? ChineseName : EnglishName;

    /// <summary>Returns the city: the part of the name in brackets or before the comma.</summary>
    internal string City(bool chinese)
    {
        var name = Name(chinese);
        var open = name.IndexOf('(');
        return open < 0 ? name.Split(',')[0] : name.Substring(open + 1, name.Length - open - 2);
    }
}
