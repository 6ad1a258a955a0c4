using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Checks host names: 2 to 15 characters without dots on Windows, 2 to 60 elsewhere.</summary>
internal static class HostNameRules
{
    /// <summary>The longest address that can replace the placeholder.</summary>
    private const string LongestAddress = "10.100.100.100";

    public static void Check(string hostName, bool windows)
    {
        if (hostName.Length == 0)
            return;
        var name = hostName.Replace("{IP}", LongestAddress);
        var fits = name.Length >= 2 && name.Length <= (windows ? 15 : 60) && name.Split('.').All(IsLabel);
        if (!fits || (windows && (name.Contains('.') || name.All(IsDigit))))
            throw new ServiceException("InvalidParameterValue.IllegalHostName", "HostName");
    }

    /// <summary>Returns true for a valid label: no dash at its ends, and no two dashes in a row.</summary>
    private static bool IsLabel(string label) => label.Split('-').All(part => part.Length > 0 && part.All(IsLetterOrDigit));

    private static bool IsLetterOrDigit(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || IsDigit(character);

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
