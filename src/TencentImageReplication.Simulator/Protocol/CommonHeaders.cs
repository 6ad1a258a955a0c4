using System.Globalization;

namespace TencentImageReplication.Simulator.Protocol;

/// <summary>The parameters that every request carries in its headers.</summary>
internal sealed class CommonHeaders
{
    private CommonHeaders(string action, string version, long timestamp)
    {
        Action = action;
        Version = version;
        Timestamp = timestamp;
    }

    public string Action { get; }

    public string Version { get; }

    /// <summary>Unix seconds.</summary>
    public long Timestamp { get; }

    public static CommonHeaders Read(SimulatedRequest request)
    {
        var timestamp = Required(request, "X-TC-Timestamp");
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253402300799)
            throw new ServiceException("InvalidParameter", "X-TC-Timestamp");
        return new CommonHeaders(Required(request, "X-TC-Action"), Required(request, "X-TC-Version"), seconds);
    }

    private static string Required(SimulatedRequest request, string name)
    {
        var value = request.Header(name);
        return value.Length > 0 ? value : throw new ServiceException("MissingParameter", name);
    }
}
