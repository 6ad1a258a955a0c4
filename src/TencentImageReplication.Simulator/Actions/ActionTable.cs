using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>
/// The actions of a simulated cloud, each with the schema of its service. A new table has the actions that the simulator comes
/// with. All members may be used from any thread.
/// </summary>
public sealed class ActionTable
{
    private static readonly SimulatedService[] BuiltIn =
    [
        new(
            ApiSchema.Load("cvm-2017-03-12.schema"),
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
            new DescribeInstances(),
            new DescribeInstancesStatus(),
            new StopInstances(),
            new TerminateInstances(),
            new CreateLaunchTemplate(),
            new CreateLaunchTemplateVersion(),
            new DescribeLaunchTemplates(),
            new DescribeLaunchTemplateVersions(),
            new ModifyLaunchTemplateDefaultVersion(),
            new DeleteLaunchTemplateVersions()),
        new(ApiSchema.Load("tag-2018-08-13.schema"), new TagResources(), new UnTagResources(), new GetResources()),
        new(ApiSchema.Load("sts-2018-08-13.schema"), new GetCallerIdentity(), new AssumeRole()),
        new(
            ApiSchema.Load("tat-2020-10-28.schema"),
            new DescribeAutomationAgentStatus(),
            new RunCommand(),
            new DescribeInvocations(),
            new DescribeInvocationTasks()),
        new(
            ApiSchema.Load("as-2018-04-19.schema"),
            new DescribeAutoScalingGroups(),
            new DescribeAutoScalingInstances(),
            new DescribeLaunchConfigurations(),
            new ModifyLaunchConfigurationAttributes(),
            new StartInstanceRefresh(),
            new StopInstanceRefresh(),
            new ResumeInstanceRefresh(),
            new RollbackInstanceRefresh(),
            new CancelInstanceRefresh(),
            new DescribeRefreshActivities()),
        // Its action has the name of one of CVM: the version distinguishes them.
        new(ApiSchema.Load("region-2022-06-27.schema"), new DescribeProductRegions()),
    ];

    private readonly object _gate = new();

    // Replaced as a whole, so that a call can read it without the lock.
    private volatile SimulatedService[] _services = BuiltIn;

    internal ActionTable()
    {
    }

    /// <summary>The names of all actions.</summary>
    public IReadOnlyList<string> Names => [.. _services.SelectMany(service => service.Actions).Distinct()];

    /// <summary>Returns true when there is an action of this name.</summary>
    public bool Contains(string name) => ServiceOf(name) is not null;

    /// <summary>Adds an action whose parameters a schema of the simulator already describes, such as <c>InquiryPriceTerminateInstances</c>.</summary>
    /// <exception cref="ArgumentException">There is already an action of this name, or no schema describes it.</exception>
    public void Add(IApiAction action)
    {
        var described = Array.Find(_services, service => service.Schema.Describes(action.Name)) ?? throw new ArgumentException(
            $"No schema of the simulator describes the action '{action.Name}'. Add it together with an ApiSchema that does.", nameof(action));
        Add(described.Schema, action);
    }

    /// <summary>Adds actions together with the schema that describes their parameters.</summary>
    /// <exception cref="ArgumentException">There is already an action of one of these names, or the schema does not describe it.</exception>
    public void Add(ApiSchema schema, params IApiAction[] actions)
    {
        lock (_gate)
        {
            foreach (var action in actions)
            {
                if (!schema.Describes(action.Name))
                    throw new ArgumentException($"The schema does not describe the action '{action.Name}'.", nameof(actions));
                if (Contains(action.Name))
                    throw new ArgumentException($"There is already an action '{action.Name}'.", nameof(actions));
            }
            _services = [.. _services, new SimulatedService(schema, actions)];
        }
    }

    /// <summary>The schema of the service that an action belongs to.</summary>
    internal ApiSchema Schema(string action, string? version = null) =>
        ServiceOf(action, version)?.Schema ?? throw new ServiceException("InvalidAction", action);

    internal IApiAction Find(string version, string name)
    {
        var services = _services;
        var service = ServiceOf(name, version);
        if (service is null ? services.All(known => known.Schema.Version != version) : service.Schema.Version != version)
            throw new ServiceException("NoSuchVersion", version);
        return service?.Find(name) ?? throw new ServiceException("InvalidAction", name);
    }

    /// <summary>The name of the service that an action belongs to, as in the credential scope; CVM for an unknown action.</summary>
    internal string ServiceName(string action, string? version = null) => (ServiceOf(action, version) ?? BuiltIn[0]).Schema.Service;

    /// <summary>Finds the service with an action: that of this version, or else the first one.</summary>
    private SimulatedService? ServiceOf(string action, string? version = null)
    {
        var services = Array.FindAll(_services, service => service.Find(action) is not null);
        return Array.Find(services, service => service.Schema.Version == version) ?? services.FirstOrDefault();
    }
}
