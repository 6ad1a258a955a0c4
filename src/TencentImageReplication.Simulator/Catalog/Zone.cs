using System.Globalization;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Catalog;

/// <summary>An availability zone.</summary>
/// <param name="Region">The region.</param>
/// <param name="Ordinal">The number in the region.</param>
/// <param name="RegionNumber">The number that the zone IDs of the region start with.</param>
/// <param name="IsAvailable">True when instances can be started there.</param>
internal sealed record Zone(SimulatedRegion Region, int Ordinal, int RegionNumber, bool IsAvailable)
{
    private const string ChineseDigits = "零一二三四五六七八九";

    public string Id => FormattableString.Invariant($"{Region.Id}-{Ordinal}");

    /// <summary>The number that the service calls <c>ZoneId</c>.</summary>
    public string Number => (RegionNumber * 10000 + Ordinal).ToString(CultureInfo.InvariantCulture);

    public string DisplayName(bool chinese)
    {
        var city = Region.City(chinese);
        return chinese ? $"{city}{ChineseDigits[Ordinal]}区" : FormattableString.Invariant($"{city} Zone {Ordinal}");
    }
}
