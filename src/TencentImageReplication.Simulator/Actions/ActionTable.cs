using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.Schema;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>The services that the simulator plays, with the actions that it knows of each. No two have the same name.</summary>
internal static class ActionTable
{
    private static readonly SimulatedService[] Services =
    [
        new(
            "cvm-2017-03-12.schema",
            new DescribeRegions(),
            new DescribeZones(),
            new DescribeZoneInstanceConfigInfos(),
            new DescribeImages(),
            new DescribeImageQuota(),
            new SyncImages(),
            new DescribeImageSharePermission(),
            new ModifyImageSharePermission(),
            new ModifyImageAttribute(),
            new CreateImage(),
            new DeleteImages(),
            new RunInstances(),
            new InquiryPriceRunInstances(),
            new DescribeInstances()),
        new("tag-2018-08-13.schema", new TagResources()),
        new("sts-2018-08-13.schema", new GetCallerIdentity(), new AssumeRole()),
    ];

    public static IEnumerable<string> Names => Services.SelectMany(service => service.Actions);

    public static bool Knows(string name) => ServiceOf(name) is not null;

    /// <summary>The metadata of the service that an action belongs to.</summary>
    public static ApiSchema Schema(string action) =>
        ServiceOf(action)?.Schema ?? throw new ServiceException("InvalidAction", action);

    public static IApiAction Find(string version, string name)
    {
        var service = ServiceOf(name);
        if (service is null ? Services.All(known => known.Schema.Version != version) : service.Schema.Version != version)
            throw new ServiceException("NoSuchVersion", version);
        return service?.Find(name) ?? throw new ServiceException("InvalidAction", name);
    }

    /// <summary>The name of the service that an action belongs to, as in the credential scope; that of CVM for an unknown one.</summary>
    public static string ServiceName(string action) => (ServiceOf(action) ?? Services[0]).Schema.Service;

    private static SimulatedService? ServiceOf(string action) => Array.Find(Services, service => service.Find(action) is not null);
}
