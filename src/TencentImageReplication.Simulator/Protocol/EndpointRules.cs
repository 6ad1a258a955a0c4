using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Protocol;

/// <summary>Determines the region of a request from its host and its headers.</summary>
internal static class EndpointRules
{
    private const string Root = ".tencentcloudapi.com";

    /// <summary>Returns the region of a request; empty when it has none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="service">The service that has the action, such as <c>cvm</c>.</param>
    /// <param name="options">The settings, with the regions.</param>
    public static string Region(SimulatedRequest request, string service, SimulatedCloudOptions options)
    {
        var region = request.Region;
        var host = SignatureVerifier.WithoutPort(request.Host);
        if (host.EndsWith(Root, StringComparison.OrdinalIgnoreCase))
            region = RegionServedBy(host.Substring(0, host.Length - Root.Length).Split('.'), service, region, options);
        if (region.Length == 0)
            return region;
        return options.FindRegion(region)?.Id
            ?? throw new ServiceException(options.UnknownRegion == UnknownRegion.NotFound ? "InvalidRegion.NotFound" : "UnsupportedRegion", region);
    }

    private static string RegionServedBy(string[] labels, string service, string region, SimulatedCloudOptions options)
    {
        if (!string.Equals(labels[0], service, StringComparison.OrdinalIgnoreCase))
            throw new ServiceException("NoSuchProduct", labels[0]);
        // "intl" is a site and "internal" a network. Any other label after the service is a region.
        var own = labels.Skip(1).FirstOrDefault(label => label is not ("intl" or "internal"));
        if (own is null)
            return options.FindRegion(region)?.Area == RegionArea.Finance ? throw new ServiceException("UnsupportedRegion", region) : region;
        if (region.Length > 0 && !string.Equals(region, own, StringComparison.OrdinalIgnoreCase))
            throw new ServiceException("UnsupportedRegion", region);
        return own;
    }
}
