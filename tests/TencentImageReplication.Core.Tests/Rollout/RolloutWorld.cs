using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Rollout.Publishing;
using TencentImageReplication.Core.Rollout.Undoing;
using TencentImageReplication.Core.Tests.Images;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Core.Tests.Rollout;

/// <summary>Three regions with an old and a new image, a launch template and a scaling group with four instances each.</summary>
internal sealed class RolloutWorld
{
    public static readonly string[] Regions = ["ap-guangzhou", "ap-shanghai", "ap-beijing"];

    public RolloutWorld(Func<HttpMessageHandler, HttpMessageHandler>? between = null)
    {
        Base = new CopyWorld(options: Options, between: between);
        foreach (var region in Regions)
        {
            var old = AddImage(region, "web-2025");
            New.Add(region, AddImage(region, "web-2026").ImageId);
            Cloud.AddTemplate("web", region, 1, old.ImageId);
            var configuration = Cloud.AddConfiguration("web", old.ImageId, region: region);
            Cloud.AddScalingGroup(
                new SimulatedScalingGroup
                {
                    AutoScalingGroupId = $"asg-{region.Substring(3, 4)}web1",
                    AutoScalingGroupName = "web",
                    AccountId = configuration.AccountId,
                    Region = region,
                    LaunchConfigurationId = configuration.LaunchConfigurationId,
                },
                newInstances: 4);
            Old.Add(region, old.ImageId);
        }

        // Refreshes begin after the launch configurations were created.
        Base.Time.Advance(TimeSpan.FromMinutes(5));
    }

    public SimulatedCloudOptions Options { get; } = new();

    public CopyWorld Base { get; }

    public SimulatedCloud Cloud => Base.Cloud;

    public Dictionary<string, string> Old { get; } = [];

    public Dictionary<string, string> New { get; } = [];

    public List<RolloutStep> Steps { get; } = [];

    public List<RefreshReport> Reports { get; } = [];

    public static TargetSelector Template { get; } = new(PublicationKind.LaunchTemplate, "web", IsId: false);

    public static TargetSelector Group { get; } = new(PublicationKind.AutoScalingGroup, "web", IsId: false);

    public static string GroupId(string region) => $"asg-{region.Substring(3, 4)}web1";

    public IReadOnlyList<PublicationRequest> Requests(params TargetSelector[] targets) =>
        [.. Regions.Select(region => new PublicationRequest(region, New[region], targets))];

    public static IReadOnlyList<PublicationRequest> Again(IEnumerable<Publication> rows) =>
        [.. rows.Select(row => new PublicationRequest(row.Region, row.ImageId, [new(row.Kind, row.TargetId, IsId: true)]) { Earlier = row })];

    public async Task<IReadOnlyList<Publication>> PublishAsync(IReadOnlyList<PublicationRequest> requests, Func<RolloutOptions, RolloutOptions>? change = null)
    {
        var rows = new List<Publication>();
        var options = change?.Invoke(OptionsFor(rows)) ?? OptionsFor(rows);
        var publisher = new RolloutPublisher(Base.Client, Base.AutoScaling, options, Base.Time, NullLogger.Instance);
        await Base.Time.RunAsync(() => publisher.RunAsync(requests, "100000000001", CancellationToken.None));
        return rows;
    }

    public async Task<IReadOnlyList<Publication>> UndoAsync(IReadOnlyList<Publication> publications, bool force = false)
    {
        var rows = new List<Publication>();
        var undo = new RolloutUndo(Base.Client, Base.AutoScaling, OptionsFor(rows) with { Force = force }, Base.Time, NullLogger.Instance);
        await Base.Time.RunAsync(() => undo.RunAsync(publications, CancellationToken.None));
        return rows;
    }

    public static RolloutOptions WithRefresh(RolloutOptions options) => options with { Refresh = new RefreshOptions { BatchCount = 2 } };

    public SimulatedLaunchTemplate TemplateIn(string region) => Cloud.LaunchTemplates().Single(template => template.Region == region);

    public SimulatedLaunchConfiguration ConfigurationIn(string region) => Cloud.LaunchConfigurations().Single(configuration => configuration.Region == region);

    public IEnumerable<string> ImagesOfInstances(string region) =>
        Cloud.Instances().Where(instance => instance.Region == region).Select(instance => instance.ImageId).Distinct();

    public int Acted(string action) => Cloud.Calls.Count(call => call.Action == action && call.Acted);

    public void Fail(string action, FaultKind kind, int times = 1) =>
        Cloud.Faults.Add(new FaultRule(new Fault(kind)) { Action = action, Times = times });

    /// <summary>The second batch of a group fails, once.</summary>
    public void FailSecondBatch(string region, int? failures = 1) =>
        Options.RefreshesOf[GroupId(region)] = new RefreshLifeCycle { FailingBatches = [2], Failures = failures };

    private RolloutOptions OptionsFor(List<Publication> rows) => new()
    {
        ConfirmAsync = step =>
        {
            Steps.Add(step);
            return Task.FromResult(true);
        },
        Emit = rows.Add,
        Report = Reports.Add,
    };

    private SimulatedImage AddImage(string region, string name) => Cloud.AddImage(new SimulatedImage
    {
        ImageName = name,
        Region = region,
        AccountId = SimulatedWorld.Owner.AccountId,
    });
}
