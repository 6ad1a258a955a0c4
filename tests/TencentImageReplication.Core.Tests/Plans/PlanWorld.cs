using System.Collections.Concurrent;
using System.Globalization;
using TencentImageReplication.Core.Accounts;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Credentials.Chain;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Plans.Comparing;
using TencentImageReplication.Core.Plans.Connecting;
using TencentImageReplication.Core.Plans.Running;
using TencentImageReplication.Core.Plans.Syncing;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Testing;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Plans;

/// <summary>Two accounts of the simulator, an owner with golden images and a second one with a role, and virtual time.</summary>
internal sealed class PlanWorld : IDisposable
{
    public const string Source = "ap-guangzhou";
    public const string Prod = "prod";

    private readonly TemporaryHome _home = new();
    private readonly Func<HttpMessageHandler, HttpMessageHandler> _between;

    public PlanWorld(Func<HttpMessageHandler, HttpMessageHandler>? between = null)
    {
        _between = between ?? (handler => handler);
        Cloud = new SimulatedCloud(Options, Time);
        Cloud.AddAccount(SimulatedWorld.Owner);
        Cloud.AddAccount(SimulatedWorld.Partner);
        Cloud.PutRole(ProdRole);
    }

    public static SimulatedRole ProdRole { get; } = new()
    {
        AccountId = SimulatedWorld.Partner.AccountId,
        Name = "images",
        TrustedAccounts = [SimulatedWorld.Owner.AccountId],
    };

    public VirtualClock Time { get; } = new();

    public SimulatedCloudOptions Options { get; } = new() { CopyDuration = TimeSpan.FromMinutes(15) };

    public SimulatedCloud Cloud { get; }

    public LogRecorder Log { get; } = new();

    public ConcurrentQueue<PlanStep> Steps { get; } = new();

    public ConcurrentQueue<RolloutStep> Publishings { get; } = new();

    public ConcurrentQueue<Publication> Publications { get; } = new();

    public ConcurrentQueue<BootTestResult> Tests { get; } = new();

    public ConcurrentQueue<Exception> Errors { get; } = new();

    public StringWriter Journal { get; } = new();

    public void Dispose() => _home.Dispose();

    /// <summary>Adds a version of the family <c>golden-web</c>, or of another one.</summary>
    public SimulatedImage AddVersion(string name, int daysAgo, string? id = null) => Cloud.AddImage(new SimulatedImage
    {
        ImageId = id ?? "",
        ImageName = name,
        Region = Source,
        AccountId = SimulatedWorld.Owner.AccountId,
        CreatedTime = Time.GetUtcNow().AddDays(-daysAgo),
        Description = $"Description of {name}",
        Family = "web",
        Tags = [new("env", "prod")],
    });

    /// <summary>Adds a copy with its mark.</summary>
    public SimulatedImage AddCopy(SimulatedImage source, string region, int daysAgo, SimulatedAccount? account = null, bool marked = true) => Cloud.AddImage(new SimulatedImage
    {
        ImageName = source.ImageName,
        Region = region,
        AccountId = (account ?? SimulatedWorld.Owner).AccountId,
        CreatedTime = Time.GetUtcNow().AddDays(-daysAgo),
        Tags = marked ? [new("ImageReplicationSource", $"{source.Region}/{source.ImageId}/{source.CreatedTime.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}")] : [],
    });

    /// <summary>Adds an instance of the owner that uses an image.</summary>
    public SimulatedInstance AddInstance(string id, string imageId, string region)
    {
        var sample = SimulatedWorld.Create(new SimulatedCloudOptions(), Time).Instances().First(instance => instance.Region == Source);
        var instance = sample with { InstanceId = id, ImageId = imageId, Region = region, Zone = $"{region}-2" };
        Cloud.AddInstance(instance);
        return instance;
    }

    public static ReplicationPlan Plan(params PlanFamily[] families) => new(
        "images.psd1", new PlanSource(null, Source), [new PlanAccount(Prod, ProdRole.Arn, null)], families);

    /// <summary>The number of calls of each action, and the time that a piece of work takes.</summary>
    public async Task<(IReadOnlyDictionary<string, long> Calls, TimeSpan Time)> MeasureAsync(Func<Task> work)
    {
        var (before, start) = (Cloud.CallCounts.ToDictionary(), Time.GetUtcNow());
        await work();
        return (Cloud.CallCounts.ToDictionary(pair => pair.Key, pair => pair.Value - before.GetValueOrDefault(pair.Key)), Time.GetUtcNow() - start);
    }

    public static PlanFamily Family(params string[] regions) => new()
    {
        Name = "golden-web",
        ImageName = "golden-web-*",
        Targets = [new PlanTarget(null, regions)],
    };

    public Task<IReadOnlyList<PlanRow>> CompareAsync(ReplicationPlan plan) => Time.RunAsync(async () =>
    {
        var comparer = await PlanComparer.ConnectAsync(plan, Connections(plan), Time, Log, CancellationToken.None);
        return await comparer.CompareAsync(plan, CancellationToken.None);
    });

    public Task<IReadOnlyList<PlanRow>> SyncAsync(ReplicationPlan plan, Func<PlanSyncOptions, PlanSyncOptions>? change = null) => Time.RunAsync(async () =>
    {
        var rows = new ConcurrentQueue<PlanRow>();
        var options = new PlanSyncOptions
        {
            ConfirmAsync = step =>
            {
                Steps.Enqueue(step);
                return Task.FromResult(true);
            },
            Emit = rows.Enqueue,
            Fail = Errors.Enqueue,
            Journal = new PlanJournal(Journal, Time),
        };
        var syncer = await PlanSyncer.ConnectAsync(
            plan, Connections(plan), new CopiesUnderWay(), change?.Invoke(options) ?? options, Time, Log, CancellationToken.None);
        await syncer.RunAsync(plan, CancellationToken.None);
        return (IReadOnlyList<PlanRow>)[.. rows];
    });

    /// <summary>Carries a plan out and publishes.</summary>
    public Task<IReadOnlyList<PlanRow>> PublishAsync(ReplicationPlan plan, Func<PlanSyncOptions, PlanSyncOptions>? change = null) =>
        SyncAsync(plan, options => (change ?? (same => same))(options with { Publishing = Publishing }));

    public PlanPublishingOptions Publishing => new()
    {
        ConfirmAsync = step =>
        {
            Publishings.Enqueue(step);
            return Task.FromResult(true);
        },
        ConfirmTestAsync = _ => Task.FromResult(true),
        Emit = (_, publication) => Publications.Enqueue(publication),
        EmitTest = (_, test) => Tests.Enqueue(test),
    };

    /// <summary>Returns the rows as <c>version account region state action status</c>.</summary>
    public static IReadOnlyList<string> Texts(IEnumerable<PlanRow> rows) =>
        [.. rows.Select(row => $"{row.Version} {row.Account} {row.Region} {row.State} {row.Action} {row.Status}".TrimEnd())];

    private PlanConnections Connections(ReplicationPlan plan)
    {
        var owner = SimulatedWorld.Owner;
        var own = new TencentCloudConnection(new TencentCloudConnectionOptions
        {
            Credentials = new StaticCredentialSource(new TencentCredential(owner.SecretId, owner.SecretKey), "a test"),
            TimeProvider = Time,
            Handler = _between(new SimulatedCloudHandler(Cloud)),
        });
        var scope = new CommandScope((_, _) => { }, verbose: false, debug: false, CultureInfo.InvariantCulture);
        return new PlanConnections(plan, own, new AccountConnector(_home.Locations, new ConnectionCaches(Time), scope));
    }
}
