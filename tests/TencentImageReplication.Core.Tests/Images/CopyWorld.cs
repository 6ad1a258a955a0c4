using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Images.Marking;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Images;

/// <summary>The furnished simulator, an account's client, and virtual time to run the engine in.</summary>
internal sealed class CopyWorld
{
    public const string Source = SimulatedWorld.Region;

    public CopyWorld(
        SimulatedAccount? account = null, SimulatedCloudOptions? options = null, Func<HttpMessageHandler, HttpMessageHandler>? between = null)
    {
        Cloud = SimulatedWorld.Create(options ?? new SimulatedCloudOptions { CopyDuration = TimeSpan.FromMinutes(2) }, Time, withInstances: false);
        var key = account ?? SimulatedWorld.Owner;
        var connection = new TencentCloudConnection(new TencentCloudConnectionOptions
        {
            Credentials = new StaticCredentialSource(new TencentCredential(key.SecretId, key.SecretKey), "a test"),
            TimeProvider = Time,
            Handler = between is null ? new SimulatedCloudHandler(Cloud) : between(new SimulatedCloudHandler(Cloud)),
        });
        Client = new CvmClient(connection);
        AutoScaling = new AutoScalingClient(connection);
        Account = new CallerAccount(connection);
        Tagger = new ImageTagger(connection);
        CarryOver = new CarryOver(Client, Tagger, NullLogger.Instance);
    }

    public VirtualClock Time { get; } = new();

    public SimulatedCloud Cloud { get; }

    public CvmClient Client { get; }

    public AutoScalingClient AutoScaling { get; }

    public CallerAccount Account { get; }

    public ImageTagger Tagger { get; }

    public CarryOver CarryOver { get; }

    /// <summary>The log of the marker.</summary>
    public LogRecorder Log { get; } = new();

    /// <summary>The warnings of the marker.</summary>
    public IReadOnlyList<string> Warnings => [.. Log.Entries.Where(entry => entry.StartsWith("Warning: ", StringComparison.Ordinal))];

    /// <summary>The plans that were put up for confirmation.</summary>
    public ConcurrentQueue<ImageCopyPlan> Plans { get; } = new();

    public static ImageCopyRequest Request(string imageId, params string[] destinations) =>
        new(imageId, Source, destinations, null);

    /// <summary>Adds custom images of the owner.</summary>
    public IReadOnlyList<SimulatedImage> AddImages(int count, Func<int, string> name, string region = Source) =>
    [
        .. Enumerable.Range(0, count).Select(index => Cloud.AddImage(new SimulatedImage
        {
            ImageName = name(index),
            Region = region,
            AccountId = SimulatedWorld.Owner.AccountId,
        })),
    ];

    /// <summary>Creates what marks the copies of a run. The other methods copy without marks.</summary>
    public CopyMarker CreateMarker() => new(Client, Tagger, Time, Log);

    public IEnumerable<SimulatedImage> CopiesIn(string region) => Cloud.Images().Where(image => image.Region == region);

    public int CallsOf(string action) => Cloud.Calls.Count(call => call.Action == action);

    public Task<IReadOnlyList<ImageCopy>> CopyAsync(params ImageCopyRequest[] requests) => CopyAsync(CopyKind.Custom, requests);

    public Task<IReadOnlyList<ImageCopy>> CopyAsync(CopyKind kind, params ImageCopyRequest[] requests) =>
        CopyAsync(Options(kind), requests);

    public Task<IReadOnlyList<ImageCopy>> CopyAsync(ImageCopyOptions options, params ImageCopyRequest[] requests) =>
        CopyAsync(options, marker: null, requests);

    public async Task<IReadOnlyList<ImageCopy>> CopyAsync(ImageCopyOptions options, CopyMarker? marker, params ImageCopyRequest[] requests)
    {
        var rows = new ConcurrentQueue<ImageCopy>();
        var copier = new ImageCopier(Client, options, Time, NullLogger.Instance, marker);
        await Time.RunAsync(() => copier.RunAsync(All(requests), rows.Enqueue, CancellationToken.None));
        return [.. rows];
    }

    public ImageCopyOptions Options(
        CopyKind kind = CopyKind.Custom,
        bool force = false,
        bool dryRun = false,
        bool allowCrossBorder = false,
        bool confirm = true) => new()
        {
            Kind = kind,
            Force = force,
            DryRun = dryRun,
            AllowCrossBorder = allowCrossBorder,
            ConfirmAsync = plan =>
            {
                Plans.Enqueue(plan);
                return Task.FromResult(confirm);
            },
        };

    public static ChannelReader<T> All<T>(IEnumerable<T> items)
    {
        var channel = Channel.CreateUnbounded<T>();
        foreach (var item in items)
            channel.Writer.TryWrite(item);
        channel.Writer.Complete();
        return channel.Reader;
    }
}
