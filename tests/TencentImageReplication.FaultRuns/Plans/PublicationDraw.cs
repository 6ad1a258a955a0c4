using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Testing;
using TencentImageReplication.FaultRuns.Testing;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Plans;

/// <summary>Draws what a plan publishes: the targets, the tests, what starts from which image before, and the faults of all that.</summary>
internal sealed class PublicationDraw(Dice dice)
{
    private static readonly FaultKind[] OfAnyCall =
        [.. Enum.GetValues<FaultKind>().Where(kind => kind is not (FaultKind.EmptyList or FaultKind.NullList or FaultKind.ErrorCode))];

    private static readonly string[] Changes =
    [
        "CreateLaunchTemplateVersion", "ModifyLaunchTemplateDefaultVersion", "ModifyLaunchConfigurationAttributes", "StartInstanceRefresh", "RunInstances",
        "RunCommand", "TerminateInstances", "TagResources",
    ];

    private static readonly string[] Lists =
    [
        "DescribeLaunchTemplates", "DescribeLaunchTemplateVersions", "DescribeLaunchConfigurations", "DescribeAutoScalingGroups", "DescribeRefreshActivities",
        "DescribeInstances", "DescribeInvocationTasks", "DescribeAutomationAgentStatus",
    ];

    /// <summary>Returns the families with what is published of them: nothing in most schedules.</summary>
    public IReadOnlyList<PlanFamily> Families(IReadOnlyList<PlanFamily> families)
    {
        if (!dice.Chance(0.4))
            return families;
        var chosen = dice.Number(0, families.Count - 1);
        return [.. families.Select((family, index) => index == chosen || dice.Chance(0.6) ? Published(family) : family)];
    }

    /// <summary>Draws the image that everything starts from in each place: one that another run has published, or one of somebody else.</summary>
    public IReadOnlyList<PublishedPlace> Places(IReadOnlyList<PlanFamily> families, List<SimulatedImage> images)
    {
        var places = new List<PublishedPlace>();
        foreach (var family in families)
        {
            foreach (var target in family.Targets.Where(target => target.Publish is not null))
            {
                var account = PlanScheduleDraw.AccountOf(target);
                places.AddRange(target.Regions.Select(region => Place(family, target, account, region, images)));
            }
        }

        return places;
    }

    /// <summary>Draws the courses of test instances: some regions and images are bad.</summary>
    public void Launches(SimulatedCloudOptions cloud, IReadOnlyList<string> regions, IReadOnlyList<SimulatedImage> images)
    {
        foreach (var region in regions)
            cloud.LaunchesOf[region] = Course(dice.Chance(0.06));
        foreach (var image in images.Where(_ => dice.Chance(0.06)))
            cloud.LaunchesOf[image.ImageId] = Course(isBad: true);
    }

    /// <summary>Gives the tag of images that passed a test to some, as an earlier run would. It is true for one image, and not for its copies.</summary>
    public void Verify(List<SimulatedImage> images)
    {
        for (var index = 0; index < images.Count; index++)
        {
            if (dice.Chance(0.15))
                images[index] = images[index] with { Tags = [.. images[index].Tags, new("ImageReplicationVerified", "2026-02-01")] };
        }
    }

    /// <summary>Draws a course of refreshes.</summary>
    public RefreshLifeCycle Refreshes() => new() { BatchDuration = dice.OfAnyScale(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(20)) };

    /// <summary>Adds the faults of publishing and of tests.</summary>
    public void AddFaults(FaultPlan plan)
    {
        foreach (var kind in dice.Some(OfAnyCall, dice.Number(1, 6)))
            plan.Add(new FaultChance(Fault(kind), dice.OneOf(0.1, 0.4, 0.8) * dice.Fraction(), dice.OneOf<string>(dice.Chance(0.7) ? Changes : Lists)));
        if (dice.Chance(0.2))
            plan.Add(new FaultChance(new Fault(dice.OneOf(FaultKind.EmptyList, FaultKind.NullList)), 0.3 * dice.Fraction(), dice.OneOf<string>(Lists)));
        if (dice.Chance(0.3))
        {
            plan.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = dice.OneOf("InternalServerError", "UnauthorizedOperation", "LimitExceeded.CvmInstanceQuota") })
            {
                Action = dice.OneOf<string>([.. Changes, .. Lists]),
                FirstCall = dice.Number(1, 6),
                Times = dice.OneOf(1, 2, 8),
            });
        }
    }

    /// <summary>Draws the kills of runs that publish: in half of them the process is gone, in the others the user stops the command.</summary>
    public IReadOnlyList<Kill> Kills() =>
    [
        .. Enumerable.Range(0, PlanScheduleDraw.Nights).Where(_ => dice.Chance(0.6)).Select(Kill),
    ];

    private Kill Kill(int night)
    {
        var inPublishing = dice.Chance(0.7);
        var kill = dice.Chance(0.75)
            ? new Kill(night, dice.Number(1, inPublishing ? 8 : 16), dice.Chance(0.6), null)
            : new Kill(night, null, false, dice.OfAnyScale(TimeSpan.FromSeconds(1), TimeSpan.FromHours(2)));
        return kill with { InPublishing = inPublishing, EndsProcess = dice.Chance(0.5) };
    }

    private PlanFamily Published(PlanFamily family)
    {
        var name = PublishedPlace.NameOf(family.Name);
        var kinds = dice.OneOf<PublicationKind[]>(
            [PublicationKind.LaunchTemplate],
            [PublicationKind.LaunchTemplate],
            [PublicationKind.LaunchTemplate, PublicationKind.AutoScalingGroup],
            [PublicationKind.AutoScalingGroup],
            [PublicationKind.LaunchConfiguration]);
        var publication = new PlanPublication
        {
            Targets = [.. kinds.Select(kind => new TargetSelector(kind, name, IsId: false))],
            KeepVersion = dice.OneOf(1, 2, RolloutOptions.DefaultKeepVersion),
            Refresh = kinds.Contains(PublicationKind.AutoScalingGroup) && dice.Chance(0.7) ? new RefreshOptions { BatchCount = 2 } : null,
        };
        var verification = dice.Chance(0.5)
            ? new PlanVerification(
                new BootTestSettings { InstanceType = "S5.MEDIUM4", Script = "check", ExpectedOutput = BootTestInvariants.Expected },
                dice.OneOf<double?>(null, 100))
            : null;
        var chosen = dice.Number(0, family.Targets.Count - 1);
        return family with
        {
            Targets =
            [
                .. family.Targets.Select((target, index) => index == chosen || dice.Chance(0.8)
                    ? target with { Publish = publication, Verify = dice.Chance(0.9) ? verification : null }
                    : target),
            ],
        };
    }

    private PublishedPlace Place(PlanFamily family, PlanTarget target, string account, string region, List<SimulatedImage> images)
    {
        var copies = images
            .Where(image => image.AccountId == account && image.Region == region && image.ImageName.StartsWith(family.Name, StringComparison.Ordinal))
            .ToList();
        var image = copies.Count > 0 && dice.Chance(0.6) ? dice.OneOf<SimulatedImage>([.. copies]) : null;
        if (image is null)
            images.Add(image = Base(family, account, region, images.Count));
        return new PublishedPlace(
            family.Name, target, account, region, image.ImageId, dice.Chance(0.6), dice.Number(1, 4), dice.Chance(0.15) ? dice.Number(1, 2) : null);
    }

    // An image of somebody else.
    private static SimulatedImage Base(PlanFamily family, string account, string region, int number) => new()
    {
        ImageId = $"img-base{number:0000}",
        ImageName = $"base-{family.Name}",
        Region = region,
        AccountId = account,
        CreatedTime = Schedule.Start.AddDays(-90),
    };

    private InstanceLifeCycle Course(bool isBad)
    {
        var good = new InstanceLifeCycle { Commands = [new CommandResult { Output = $"{BootTestInvariants.Expected}\n" }] };
        return !isBad ? good : dice.Number(0, 3) switch
        {
            0 => good with { Ending = dice.OneOf(LaunchEnding.LaunchFailed, LaunchEnding.Stuck) },
            1 => good with { AgentStaysSilent = true },
            2 => good with { Commands = [good.Commands[0] with { ExitCode = 3 }] },
            _ => good with { Commands = [good.Commands[0] with { Output = "broken\n" }] },
        };
    }

    private Fault Fault(FaultKind kind) => new(kind)
    {
        AnswerLatency = kind == FaultKind.Slow ? dice.Between(TimeSpan.Zero, TimeSpan.FromSeconds(80)) : TimeSpan.Zero,
        StatusCode = dice.OneOf(502, 200, 504),
        ErrorCode = kind == FaultKind.Throttled ? "RequestLimitExceeded" : null,
    };
}
