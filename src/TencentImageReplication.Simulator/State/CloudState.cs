using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>The state of a simulated cloud. It is not thread-safe: the cloud holds its lock while an action runs.</summary>
public sealed class CloudState
{
    internal CloudState(SimulatedCloudOptions options)
    {
        Options = options;
        Ids = new IdSource(options.Seed);
        Copies = new CopyTracker(Images, Ids);
        Creations = new CreationTracker(Images);
        Snapshots = new SnapshotStore(Images);
        Tags = new TagStore(Images);
        Roles = new RoleStore(Accounts, Ids);
        Refreshes = new RefreshTracker(this);
    }

    /// <summary>The settings.</summary>
    public SimulatedCloudOptions Options { get; }

    /// <summary>New IDs, drawn from the seed.</summary>
    public IdSource Ids { get; }

    /// <summary>The accounts and their keys.</summary>
    public AccountStore Accounts { get; } = new();

    /// <summary>The roles that can be assumed.</summary>
    public RoleStore Roles { get; }

    /// <summary>The images, including public ones.</summary>
    public ImageStore Images { get; } = new();

    /// <summary>The copies in progress.</summary>
    public CopyTracker Copies { get; }

    /// <summary>The images that are being created from instances and snapshots.</summary>
    public CreationTracker Creations { get; }

    /// <summary>The snapshots.</summary>
    public SnapshotStore Snapshots { get; }

    /// <summary>The instances.</summary>
    public InstanceStore Instances { get; } = new();

    /// <summary>The launch templates.</summary>
    public LaunchTemplateStore LaunchTemplates { get; } = new();

    /// <summary>The launch configurations and the scaling groups.</summary>
    public AutoScalingStore AutoScaling { get; } = new();

    internal RefreshTracker Refreshes { get; }

    internal TagStore Tags { get; }

    internal CommandStore Commands { get; } = new();

    internal RateLimiter RateLimits { get; } = new();

    internal ListDrift Drift { get; } = new();

    internal CallLog Calls { get; } = new();

    /// <summary>Applies everything that is due by now.</summary>
    internal void Advance(DateTimeOffset now)
    {
        Copies.Advance(now);
        Creations.Advance(now);
        Instances.Advance(now, Options);
        Refreshes.Advance(now);
    }

    /// <summary>Returns the default network of an account in a zone.</summary>
    public static SimulatedNetwork DefaultNetwork(string accountId, string region, string zone) => new(
        IdSource.Fixed("vpc", accountId, region),
        IdSource.Fixed("subnet", accountId, zone),
        IdSource.Fixed("sg", accountId, region));

    /// <summary>Returns the ID of the only key pair of an account.</summary>
    public static string KeyPair(string accountId) => IdSource.Fixed("skey", accountId);
}
