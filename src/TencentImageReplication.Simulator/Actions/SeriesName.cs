using System.Globalization;
using System.Text.RegularExpressions;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Names several instances: <c>{R:3}</c> and <c>{R:3,F:2}</c> count from 3. Without them a number is appended.</summary>
internal static class SeriesName
{
    private static readonly Regex Pattern = new(@"\{R:(\d{1,9})(?:,F:([0-8]))?\}", RegexOptions.CultureInvariant);

    public static string Expand(string name, int index, int count)
    {
        if (Pattern.IsMatch(name))
            return Pattern.Replace(name, match => Number(match, index));
        return count == 1 || name.Length == 0 ? name : name + (index + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static string Number(Match match, int index)
    {
        var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) + index;
        var width = match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : 0;
        return number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
    }
}
