namespace TencentImageReplication.Simulator.State;

/// <summary>Everything the cloud knows. Not thread-safe: <see cref="SimulatedCloud"/> holds the lock.</summary>
internal sealed class CloudState
{
    public CloudState(SimulatedCloudOptions options)
    {
        Options = options;
        Ids = new IdSource(options.Seed);
        Copies = new CopyTracker(Images, Ids);
        Creations = new CreationTracker(Images);
        Snapshots = new SnapshotStore(Images);
        Roles = new RoleStore(Accounts, Ids);
    }

    public SimulatedCloudOptions Options { get; }

    public IdSource Ids { get; }

    public AccountStore Accounts { get; } = new();

    public RoleStore Roles { get; }

    public ImageStore Images { get; } = new();

    public CopyTracker Copies { get; }

    public CreationTracker Creations { get; }

    public SnapshotStore Snapshots { get; }

    public InstanceStore Instances { get; } = new();

    public RateLimiter RateLimits { get; } = new();

    public CallLog Calls { get; } = new();

    /// <summary>Brings everything up to the present.</summary>
    public void Advance(DateTimeOffset now)
    {
        Copies.Advance(now);
        Creations.Advance(now);
        Instances.Advance(now);
    }

    /// <summary>The network that an account has in a zone without doing anything for it.</summary>
    public static SimulatedNetwork DefaultNetwork(string accountId, string region, string zone) => new(
        IdSource.Fixed("vpc", accountId, region),
        IdSource.Fixed("subnet", accountId, zone),
        IdSource.Fixed("sg", accountId, region));

    /// <summary>The one key pair that an account has.</summary>
    public static string KeyPair(string accountId) => IdSource.Fixed("skey", accountId);
}
