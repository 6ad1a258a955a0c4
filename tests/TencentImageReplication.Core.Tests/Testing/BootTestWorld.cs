using System.Collections.Concurrent;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Api.Tat;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Testing;
using TencentImageReplication.Core.Tests.Images;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Testing;

/// <summary>A simulated cloud with images whose instances take a course, and the tests that run in it.</summary>
internal sealed class BootTestWorld
{
    public static BootTestSettings Script { get; } = new() { InstanceType = "S5.MEDIUM4", Script = "check", ExpectedOutput = "ready" };

    private readonly TencentCloudConnection _connection;

    public BootTestWorld()
    {
        Cloud = SimulatedWorld.Create(Options, Time);
        _connection = new TencentCloudConnection(new TencentCloudConnectionOptions
        {
            Credentials = new StaticCredentialSource(new TencentCredential(SimulatedWorld.Owner.SecretId, SimulatedWorld.Owner.SecretKey), "a test"),
            TimeProvider = Time,
            Handler = new SimulatedCloudHandler(Cloud),
        });
        Client = new CvmClient(_connection);
    }

    public VirtualClock Time { get; } = new();

    public SimulatedCloudOptions Options { get; } = new();

    public SimulatedCloud Cloud { get; }

    public CvmClient Client { get; }

    public LogRecorder Log { get; } = new();

    public ConcurrentQueue<BootTestPlan> Plans { get; } = new();

    /// <summary>The test instances that are neither deleted nor being deleted.</summary>
    public IReadOnlyList<SimulatedInstance> Left =>
        [.. Cloud.Instances().Where(instance => instance.Tags.Any(tag => tag.Key == "ImageReplicationTest") && instance.State != "TERMINATING")];

    public BootTestRequest Add(string name, InstanceLifeCycle course, string platform = "CentOS")
    {
        var image = Cloud.AddImage(new SimulatedImage
        {
            ImageName = name,
            Region = CopyWorld.Source,
            AccountId = SimulatedWorld.Owner.AccountId,
            Platform = platform,
        });
        Options.LaunchesOf[image.ImageId] = course;
        return new BootTestRequest(image.ImageId, image.Region);
    }

    public static InstanceLifeCycle Course(string output = "ready\n", int exitCode = 0, CommandEnding ending = CommandEnding.Exits) =>
        new() { Commands = [new CommandResult { Output = output, ExitCode = exitCode, Ending = ending }] };

    public void Refuse(string action, string code, int times = 1000) => Cloud.Faults.Add(
        new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = code }) { Action = action, Times = times });

    public int CallsOf(string action) => Cloud.Calls.Count(call => call.Action == action && call.Acted);

    public BootTestOptions OptionsOf(BootTestSettings? settings = null) => new()
    {
        Settings = settings ?? Script,
        ConfirmAsync = plan =>
        {
            Plans.Enqueue(plan);
            return Task.FromResult(true);
        },
    };

    public async Task<BootTestResult> TestAsync(BootTestRequest request, BootTestSettings? settings = null) =>
        Assert.Single(await TestAsync(OptionsOf(settings), CancellationToken.None, request));

    public async Task<IReadOnlyList<BootTestResult>> TestAsync(
        BootTestOptions options, CancellationToken cancellationToken, params BootTestRequest[] requests)
    {
        var results = new ConcurrentQueue<BootTestResult>();
        var batch = new BootTestBatch(Client, new TatClient(_connection), new CallerAccount(_connection), options, Time, Log);
        await Time.RunAsync(() => batch.RunAsync(CopyWorld.All(requests), results.Enqueue, cancellationToken));
        return [.. results];
    }

    public ImageTagger Tagger() => new(_connection);
}
