using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.FaultRuns.Plans;

/// <summary>Draws the nights of a plan from a seed.</summary>
internal sealed class PlanScheduleDraw
{
    /// <summary>The number of nights with faults.</summary>
    public const int Nights = 2;

    /// <summary>An account that plans share copies with.</summary>
    public const string Colleague = "100000000099";

    /// <summary>An account that somebody else shares copies with.</summary>
    public const string Stranger = "100000000098";

    private const string Source = "ap-guangzhou";

    private static readonly string[] Regions = [Source, "ap-shanghai", "ap-beijing", "ap-nanjing", "ap-chengdu"];
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // Each fault of a call that anybody could meet. A response without its list is drawn apart, for lists alone.
    private static readonly FaultKind[] OfAnyCall =
        [.. Enum.GetValues<FaultKind>().Where(kind => kind is not (FaultKind.EmptyList or FaultKind.NullList or FaultKind.ErrorCode))];

    private readonly int _seed;
    private readonly Dice _dice;
    private readonly bool _isCalm;
    private readonly List<SimulatedImage> _images = [];
    private int _count;

    private PlanScheduleDraw(int seed)
    {
        _seed = seed;
        _dice = new Dice(seed);
        _isCalm = _dice.Chance(0.15);
    }

    public static PlanSchedule Of(int seed)
    {
        var draw = new PlanScheduleDraw(seed);
        return draw.Publish(draw.Draw());
    }

    /// <summary>Returns the ID of the account of a target.</summary>
    public static string AccountOf(PlanTarget target) => target.Account is null ? SimulatedWorld.Owner.AccountId : SimulatedWorld.Partner.AccountId;

    // Last, so that it changes no other draw.
    private PlanSchedule Publish(PlanSchedule schedule)
    {
        var draw = new PublicationDraw(_dice.Apart());
        var families = draw.Families(schedule.Plan.Families);
        var places = draw.Places(families, _images);
        if (places.Count == 0)
            return schedule;
        draw.Launches(schedule.Cloud, Regions, _images);
        draw.Verify(_images);
        schedule.Cloud.Refreshes = draw.Refreshes();
        if (!_isCalm)
            draw.AddFaults(schedule.Faults);
        return schedule with { Plan = schedule.Plan with { Families = families }, PublishedPlaces = places, Kills = _isCalm ? [] : draw.Kills() };
    }

    private PlanSchedule Draw()
    {
        var families = Enumerable.Range(0, _dice.OneOf(1, 1, 2)).Select(index => Family(_dice.Apart(), $"golden{index}")).ToList();
        foreach (var family in families)
            Furnish(_dice.Apart(), family);
        var dice = _dice.Apart();
        var newest = families.Select(family => Sources(family).FirstOrDefault()).OfType<SimulatedImage>().ToList();
        return new PlanSchedule
        {
            Seed = _seed,
            Plan = new ReplicationPlan("images.psd1", new PlanSource(null, Source), [new PlanAccount(PlanNights.Prod, PlanWorld.ProdRole.Arn, null)], families),
            Cloud = new SimulatedCloudOptions
            {
                Seed = _seed,
                CopyDuration = dice.OneOf(Minute, 15 * Minute, 40 * Minute),
                SourceShowsSyncing = dice.Chance(0.5),
                TagsCopiesInProgress = dice.Chance(0.7),
            },
            Images = _images,
            UsedImages = [.. dice.Some(_images.Where(image => image.Region != Source && !image.ImageName.StartsWith("other", StringComparison.Ordinal)).Select(image => image.ImageId), dice.Number(0, 2))],
            NewSources = [null, dice.Chance(0.5) ? Image(dice, families[0], Source, SimulatedWorld.Owner.AccountId, Schedule.Start.AddHours(20)) : null],
            DeletedSources = [null, newest.Count > 0 && dice.Chance(0.15) ? newest[^1].ImageId : null],
            Faults = Faults(_dice.Apart()),
            Outages = Outages(_dice.Apart()),
            Latency = (TimeSpan.FromMilliseconds(20), dice.OneOf(TimeSpan.FromMilliseconds(60), TimeSpan.FromSeconds(3))),
            Kills = Kills(_dice.Apart()),
            Timeout = dice.OneOf(5 * Minute, 60 * Minute, 180 * Minute),
        };
    }

    private static PlanFamily Family(Dice dice, string name)
    {
        List<PlanTarget> targets = [new PlanTarget(null, dice.Some(Regions, dice.Number(1, 3)))];
        if (dice.Chance(0.5))
            targets.Add(new PlanTarget(PlanNights.Prod, dice.Some(Regions, dice.Number(1, 3))));
        var versions = dice.OneOf(1, 1, 2);
        var keep = versions + dice.Number(0, 2);
        var isByName = dice.Chance(0.8);
        return new PlanFamily
        {
            Name = name,
            ImageName = isByName ? $"{name}-*" : null,
            Tags = isByName ? [] : [new Tag { Key = "golden", Value = name }],
            Targets = targets,
            Versions = versions,
            // A copy whose source is gone is known by its tags.
            CarryOver = (isByName ? CarriedAttributes.None : CarriedAttributes.Tag) | dice.OneOf(
                CarriedAttributes.None, CarriedAttributes.Tag, CarriedAttributes.Tag | CarriedAttributes.Family, CarriedAttributes.Description | CarriedAttributes.Sharing),
            ShareWith = dice.Chance(0.2) ? [Colleague] : [],
            Deprecate = dice.Chance(0.2),
            OnNameTaken = dice.OneOf(NameTaken.Fail, NameTaken.RenameStale),
            Retention = dice.Chance(0.7) ? new PlanRetention(keep, TimeSpan.FromDays(dice.OneOf(0, 3, 14))) : null,
            AdoptUnmarked = dice.Chance(0.2),
            KeepShared = dice.Chance(0.2),
            KeepIntermediate = dice.Chance(0.2),
        };
    }

    /// <summary>Adds the sources of a family, and copies of some of them, as earlier nights and other people have left them.</summary>
    private void Furnish(Dice dice, PlanFamily family)
    {
        var now = Schedule.Start;
        for (var number = dice.Number(1, 4); number > 0; number--)
            _images.Add(Image(dice, family, Source, SimulatedWorld.Owner.AccountId, now.AddDays(-7 * number).AddHours(-dice.Number(0, 5))));
        if (dice.Chance(0.2))
            Rebuild(dice, family);
        foreach (var source in Sources(family))
        {
            foreach (var (account, region) in Places(family, dice))
            {
                if (region == Source && account == SimulatedWorld.Owner.AccountId)
                    continue;
                if (dice.Chance(0.4))
                    _images.Add(Copy(dice, source, account, region));
            }
        }

        // An image of somebody else that only has a similar name.
        _images.Add(Image(dice, family, dice.OneOf<string>(Regions), SimulatedWorld.Owner.AccountId, now.AddDays(-40)) with { ImageName = $"other-{family.Name}", Tags = [] });
    }

    /// <summary>Deletes the newest source, which has copies, and creates it again under its name.</summary>
    private void Rebuild(Dice dice, PlanFamily family)
    {
        var first = Sources(family)[0];
        _images.Remove(first);
        _images.Add(Copy(dice, first, SimulatedWorld.Owner.AccountId, dice.OneOf("ap-shanghai", "ap-beijing")));
        _images.Add(first with { ImageId = NextId(), CreatedTime = first.CreatedTime.AddHours(3), Snapshots = [] });
    }

    private static IEnumerable<(string Account, string Region)> Places(PlanFamily family, Dice dice)
    {
        foreach (var target in family.Targets)
        {
            var account = AccountOf(target);
            foreach (var region in target.Regions)
                yield return (account, region);
            // A region that the plan no longer names.
            if (dice.Chance(0.2))
                yield return (account, dice.OneOf<string>([.. Regions.Except(target.Regions)]));
        }
    }

    private SimulatedImage Image(Dice dice, PlanFamily family, string region, string account, DateTimeOffset created) => new()
    {
        ImageId = NextId(),
        ImageName = $"{family.Name}-{created:yyyy-MM-dd-HHmm}",
        Region = region,
        AccountId = account,
        CreatedTime = created,
        Description = "golden",
        Family = "golden",
        Tags = [new("golden", family.Name), new("env", "prod")],
        SharedWith = dice.Chance(0.1) ? [Colleague] : [],
    };

    private SimulatedImage Copy(Dice dice, SimulatedImage source, string account, string region)
    {
        var created = source.CreatedTime.AddHours(1);
        var mark = $"{Source}/{source.ImageId}/{source.CreatedTime.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}";
        return source with
        {
            ImageId = NextId(),
            AccountId = account,
            Region = region,
            CreatedTime = created,
            CopiedFrom = source.ImageId,
            Tags = dice.Chance(0.85) ? [.. source.Tags, new("ImageReplicationSource", mark)] : [.. source.Tags],
            SharedWith = dice.Chance(0.1) ? [Stranger] : [],
        };
    }

    private List<SimulatedImage> Sources(PlanFamily family) =>
    [
        .. _images
            .Where(image => image.Region == Source && image.AccountId == SimulatedWorld.Owner.AccountId && image.ImageName.StartsWith(family.Name, StringComparison.Ordinal) && image.CopiedFrom is null)
            .OrderByDescending(image => image.CreatedTime),
    ];

    private string NextId() => $"img-plan{_count++:0000}";

    private FaultPlan Faults(Dice dice)
    {
        var plan = new FaultPlan(_seed);
        if (_isCalm)
            return plan;
        var share = dice.OneOf(0.02, 0.1, 0.25);
        foreach (var kind in dice.Some(OfAnyCall, dice.Number(1, 4)))
        {
            plan.Add(new FaultChance(Fault(dice, kind), share * dice.Fraction(), dice.OneOf(
                null, "SyncImages", "DescribeImages", "TagResources", "DeleteImages", "ModifyImageSharePermission", "ModifyImageAttribute", "GetResources")));
        }

        if (dice.Chance(0.3))
        {
            plan.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = dice.OneOf("InternalServerError", "UnauthorizedOperation", "ImageQuotaLimitExceeded") })
            {
                Action = dice.OneOf("SyncImages", "DescribeImages", "TagResources", "UnTagResources", "ModifyImageSharePermission", "DescribeInstances", "DescribeImageSharePermission", "AssumeRole"),
                FirstCall = dice.Number(1, 6),
                Times = dice.OneOf(1, 2, 8),
            });
        }

        if (dice.Chance(0.2))
            plan.Add(new FaultChance(Fault(dice, dice.OneOf(FaultKind.EmptyList, FaultKind.NullList)), 0.3 * dice.Fraction(), "DescribeImages"));
        return plan;
    }

    private static Fault Fault(Dice dice, FaultKind kind) => new(kind)
    {
        Latency = kind == FaultKind.Slow ? dice.Between(TimeSpan.Zero, TimeSpan.FromSeconds(5)) : TimeSpan.Zero,
        AnswerLatency = kind == FaultKind.Slow ? dice.Between(TimeSpan.Zero, TimeSpan.FromSeconds(80)) : TimeSpan.Zero,
        StatusCode = dice.OneOf(502, 200, 504),
        ErrorCode = kind == FaultKind.Throttled ? "RequestLimitExceeded" : null,
    };

    private Outage[] Outages(Dice dice)
    {
        if (_isCalm || !dice.Chance(0.2))
            return [];
        var from = dice.Chance(0.5) ? TimeSpan.Zero : dice.OfAnyScale(TimeSpan.FromSeconds(1), 20 * Minute);
        return [new Outage(dice.OneOf<string>(Regions), from, from + dice.OfAnyScale(TimeSpan.FromSeconds(5), 60 * Minute), dice.Chance(0.3))];
    }

    private Kill[] Kills(Dice dice) => _isCalm
        ? []
        :
        [
            .. Enumerable.Range(0, Nights).Where(_ => dice.Chance(0.4)).Select(night => dice.Chance(0.7)
                ? new Kill(night, dice.Number(1, 12), dice.Chance(0.6), null)
                : new Kill(night, null, false, dice.OfAnyScale(TimeSpan.FromSeconds(1), 40 * Minute))),
        ];
}
