using System.Globalization;
using System.Threading.Channels;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Report;
using TencentImageReplication.Report.Rows;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FrameworkRun;

/// <summary>
/// The main job on the .NET Framework, without PowerShell: list, copy, wait, start, on the simulator in-process. Says what it
/// did and ends with 0, or ends with 1 and the reason.
/// </summary>
internal static class Program
{
    private static readonly string[] Destinations = ["ap-shanghai", "ap-beijing"];

    private static async Task<int> Main()
    {
        try
        {
            await RunAsync().ConfigureAwait(false);
            return 0;
        }
        catch (Exception exception)
        {
            Console.Error.WriteLine(exception);
            return 1;
        }
    }

    private static readonly CommandScope Scope = new((_, _) => { }, verbose: false, debug: false, CultureInfo.InvariantCulture);

    private static async Task RunAsync()
    {
        var options = new SimulatedCloudOptions { CopyDuration = TimeSpan.FromSeconds(3), LaunchDuration = TimeSpan.FromSeconds(1) };
        var cloud = SimulatedWorld.Create(options, TimeProvider.System);
        var connection = new TencentCloudConnection(new TencentCloudConnectionOptions
        {
            Credentials = new StaticCredentialSource(
                new TencentCredential(SimulatedWorld.Owner.SecretId, SimulatedWorld.Owner.SecretKey), "the simulator"),
            Handler = new SimulatedCloudHandler(cloud),
        });
        var client = new CvmClient(connection);

        var copies = await CopyAsync(client, new ImageTagger(connection)).ConfigureAwait(false);
        Require(copies.Count == 4 && copies.All(copy => copy.Status == ImageCopyStatus.Requested), "four copies are requested");

        var ready = await WaitAsync(client, new ImageTagger(connection), copies).ConfigureAwait(false);
        Require(ready.Count == 4 && ready.All(result => result.Outcome == WaitOutcome.Ready), "four copies are ready");

        foreach (var copy in copies)
        {
            var launcher = EngineFactory.CreateLauncher(Scope, client, TimeProvider.System);
            var request = new RunInstancesRequest { ImageId = copy.ImageId, InstanceType = "S5.MEDIUM4", InstanceCount = 1 };
            var launch = await launcher.LaunchAsync(copy.Region, request, CancellationToken.None).ConfigureAwait(false);
            var instances = await launcher.ReadAsync(copy.Region, launch.InstanceIds, TimeSpan.FromSeconds(30), CancellationToken.None)
                .ConfigureAwait(false);
            Require(instances is [{ InstanceState: "RUNNING" }], $"an instance runs in {copy.Region}");
        }

        Require(cloud.Images().Count(image => image.CopiedFrom is not null) == 4, "the simulator holds four copies");
        Require(Report(copies).Contains("golden-web-2024"), "the report of the copies is rendered");
        Require(cloud.Images().All(image => image.CopiedFrom is null || image.Tags.Any(tag => SourceMark.IsKey(tag.Key))), "each copy is marked");
    }

    private static string Report(List<ImageCopy> copies)
    {
        var rows = new ReportRows();
        foreach (var copy in copies)
        {
            var columns = new Dictionary<string, string>
            {
                ["ImageName"] = copy.ImageName ?? "",
                ["SourceImageId"] = copy.SourceImageId,
                ["Region"] = copy.Region,
                ["Status"] = "Completed",
            };
            rows.Add(new RowValues(name => columns.TryGetValue(name, out var text) ? text : null, _ => copy.RequestedAt, columns.ContainsKey));
        }

        return HtmlReport.Create(rows, null, TimeProvider.System.GetUtcNow(), _ => null);
    }

    private static async Task<List<ImageCopy>> CopyAsync(CvmClient client, ImageTagger tagger)
    {
        var requests = Channel.CreateUnbounded<ImageCopyRequest>();
        foreach (var imageId in new[] { SimulatedWorld.WebImageId, SimulatedWorld.DatabaseImageId })
            requests.Writer.TryWrite(new ImageCopyRequest(imageId, SimulatedWorld.Region, Destinations, null));
        requests.Writer.Complete();

        var copies = new List<ImageCopy>();
        var options = new ImageCopyOptions { Kind = CopyKind.Custom, ConfirmAsync = _ => Task.FromResult(true) };
        await EngineFactory.CreateCopier(Scope, client, tagger, options, TimeProvider.System)
            .RunAsync(requests.Reader, copy => Add(copies, copy), CancellationToken.None).ConfigureAwait(false);
        return copies;
    }

    private static async Task<List<WaitResult>> WaitAsync(CvmClient client, ImageTagger tagger, List<ImageCopy> copies)
    {
        var targets = Channel.CreateUnbounded<WaitTarget>();
        foreach (var copy in copies)
            targets.Writer.TryWrite(new WaitTarget(copy.ImageId!, copy.Region, copy.RequestedAt, copy));
        targets.Writer.Complete();

        var results = new List<WaitResult>();
        await EngineFactory.CreateWaiter(Scope, client, tagger, new WaitOptions { Timeout = TimeSpan.FromMinutes(1) }, TimeProvider.System)
            .RunAsync(targets.Reader, result => Add(results, result), _ => { }, CancellationToken.None).ConfigureAwait(false);
        return results;
    }

    private static void Add<T>(List<T> list, T item)
    {
        lock (list)
            list.Add(item);
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
            throw new InvalidOperationException($"Not so: {what}.");
        Console.WriteLine($"ok: {what}");
    }
}
