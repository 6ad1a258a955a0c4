using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using ImageStates = TencentImageReplication.Simulator.Model.ImageStates;

namespace TencentImageReplication.FaultRuns;

/// <summary>Draws a schedule from its seed.</summary>
internal sealed class ScheduleDraw
{
    private static readonly string[] Mainland =
        ["ap-guangzhou", "ap-shanghai", "ap-beijing", "ap-nanjing", "ap-chengdu", "ap-chongqing"];

    private static readonly string[] Outside = ["ap-hongkong", "ap-singapore", "ap-tokyo", "eu-frankfurt"];
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Never = TimeSpan.FromDays(100);

    // A response without its list is drawn apart, for lists alone.
    private static readonly FaultKind[] OfAnyCall =
        [.. Enum.GetValues<FaultKind>().Where(kind => kind is not (FaultKind.EmptyList or FaultKind.NullList))];

    private const string BystanderName = "other-";

    private readonly int _seed;
    private readonly Dice _dice;
    private readonly bool _isCalm;
    private readonly CopyKind _kind;
    private readonly string[] _regions;
    private readonly bool _isCrossBorder;

    private ScheduleDraw(int seed)
    {
        _seed = seed;
        _dice = new Dice(seed);
        _isCalm = _dice.Chance(0.1);
        _kind = _dice.Chance(0.1) ? CopyKind.Shared : CopyKind.Custom;
        _isCrossBorder = _dice.Chance(0.1);
        _regions = _isCrossBorder ? [.. Mainland, .. Outside] : _dice.Chance(0.8) ? Mainland : Outside;
    }

    public static Schedule Of(int seed) => new ScheduleDraw(seed).Draw();

    private Schedule Draw()
    {
        var images = Rebuild(new Dice(_seed ^ 0xB1D), Images(_dice.Apart()));
        var haveLookAlikes = images.GroupBy(image => (image.NameOfCopy, image.SizeGB)).Any(same => same.Count() > 1);
        var cloud = Cloud(_dice.Apart(), images, haveLookAlikes);
        var latency = Latency(_dice.Apart());
        var sources = images.Select(image => image.Region).ToHashSet();
        var responses = ResponsePlan.Of(_seed, _isCalm, [.. images.SelectMany(image => image.Destinations).Where(region => !sources.Contains(region)).Distinct()]);
        if (responses.AreNamesBad)
            images = [.. images.Select(image => image with { Name = image.Name + ResponsePlan.Marker })];
        var isForced = _dice.Chance(0.04);
        var marks = new Dice(_seed ^ 0x3A7C);
        DrawTags(marks, cloud, images);
        return new Schedule
        {
            Seed = _seed,
            IsCalm = _isCalm,
            Kind = _kind,
            Force = isForced,
            AllowCrossBorder = _isCrossBorder && _dice.Chance(0.7),
            CrossBorderIsEnabled = _dice.Chance(0.8),
            ThrottleLimit = _dice.OneOf(1, 4, 32, 32),
            Images = images,
            Existing = [.. Existing(_dice.Apart(), images), .. OtherBuilds(new Dice(_seed ^ 0x01D), images), .. Bystanders(images)],
            Colleague = Colleague(_dice.Apart(), images),
            Cloud = cloud,
            Faults = Faults(_dice.Apart()),
            Outages = Outages(_dice.Apart(), images),
            Latency = latency,
            Responses = responses,
            Trickle = haveLookAlikes || _dice.Chance(0.7) ? TimeSpan.Zero : _dice.Between(TimeSpan.Zero, 4 * Second),
            Skew = Skew(_dice.Apart()),
            KeyEnds = !_isCalm && _dice.Chance(0.1) ? _dice.OfAnyScale(Second, 40 * Minute) : null,
            KeyIsRenewed = _dice.Chance(0.5),
            // Each process repeats a forced copy, so it is not stopped.
            Stops = isForced ? [] : Stops(_dice.Apart(), latency.Most, cloud, haveLookAlikes),
            HaveLookAlikes = haveLookAlikes,
            NoMarks = marks.Chance(0.05),
            MayNotTag = !_isCalm && marks.Chance(0.1),
            WaitTimeout = _dice.Chance(0.9) ? 60 * Minute : 5 * Minute,
            PollInterval = _dice.Chance(0.05) ? null : _dice.Between(2 * Minute, 8 * Minute),
        };
    }

    private PlannedImage[] Images(Dice dice)
    {
        var count = dice.Chance(0.005) ? dice.Number(40, 120) : dice.OneOf(1, 1, 2, 2, 3, 4, 6);
        var sources = dice.Some(_regions, dice.Chance(0.8) ? 1 : 2);
        var common = Destinations(dice, sources[0]);
        var haveOneList = dice.Chance(0.7);
        var areNamed = dice.Chance(0.12);
        var images = new List<PlannedImage>();
        for (var i = 0; i < count; i++)
        {
            var source = dice.OneOf<string>(sources);
            // Look-alikes have the name and size of the previous image. When a region does not respond, the name is unknown: so with
            // faults they are in one region.
            var isLookAlike = i > 0 && dice.Chance(0.1);
            if (isLookAlike && !_isCalm)
                source = images[i - 1].Region;
            images.Add(new PlannedImage(
                $"img-src{i:00000}",
                isLookAlike ? images[i - 1].Name : $"golden-{i}",
                source,
                isLookAlike ? images[i - 1].SizeGB : dice.OneOf(20, 50, 50, 100),
                areNamed ? $"renamed-{i}" : null,
                _kind == CopyKind.Shared ? [source] : haveOneList && source == sources[0] ? common : Destinations(dice, source)));
        }

        return [.. images];
    }

    private string[] Destinations(Dice dice, string source)
    {
        // Sometimes the source region is among them, which the rules do not allow.
        var choices = dice.Chance(0.03) ? _regions : _regions.Where(region => region != source);
        return dice.Some(choices, dice.OneOf(1, 1, 2, 2, 3, 4));
    }

    private static SimulatedImage[] Existing(Dice dice, PlannedImage[] images)
    {
        var owner = SimulatedWorld.Owner.AccountId;
        var existing = new List<SimulatedImage>();
        // Copies of look-alikes cannot be distinguished: an existing copy would match both.
        var single = images.Where(image => images.Count(other => other.NameOfCopy == image.NameOfCopy) == 1);
        foreach (var image in single.Where(_ => dice.Chance(0.15)))
        {
            var region = dice.OneOf<string>([.. image.Destinations]);
            if (region == image.Region)
                continue;
            var (size, state) = dice.OneOf<(int, string)>(
                (0, ImageStates.Normal), (0, ImageStates.Normal), (10, ImageStates.Normal), (0, ImageStates.CreateFailed));
            existing.Add(new SimulatedImage
            {
                ImageId = $"img-exist{existing.Count:000}",
                ImageName = image.NameOfCopy,
                Region = region,
                AccountId = owner,
                SizeGB = image.SizeGB + size,
                State = state,
                // Younger than the source, but not by much if that is young.
                CreatedTime = image.CreatedTime + ((Schedule.Start - image.CreatedTime) / 2),
                Snapshots = size == 0 ? image.Snapshots($"exist{existing.Count:000}") : [],
                CopiedFrom = size == 0 ? image.ImageId : null,
            });
        }

        return [.. existing];
    }

    /// <summary>Draws images that were created again under their names a short time ago, have data disks, and are in the input more than once.</summary>
    private static PlannedImage[] Rebuild(Dice dice, PlannedImage[] images)
    {
        var drawn = new List<PlannedImage>();
        foreach (var image in images)
        {
            // Look-alikes have the same disks.
            var before = drawn.Find(other => other.Name == image.Name);
            drawn.Add(image with
            {
                CreatedTime = dice.Chance(0.4) ? WholeSecond(Schedule.Start - dice.OfAnyScale(2 * Minute, TimeSpan.FromDays(2))) : image.CreatedTime,
                DataDiskGB = before?.DataDiskGB ?? (dice.Chance(0.2) ? 100 : 0),
                Times = dice.Chance(0.1) ? dice.Number(2, 3) : 1,
            });
        }

        return [.. drawn];

        // As the service tells it.
        static DateTimeOffset WholeSecond(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
    }

    /// <summary>
    /// Draws images that have the name of a copy and are none: copies of an earlier image of the name, with or without a mark, and
    /// images without its data disk.
    /// </summary>
    private SimulatedImage[] OtherBuilds(Dice dice, PlannedImage[] images)
    {
        var others = new List<SimulatedImage>();
        var single = images.Where(image => images.Count(other => other.NameOfCopy == image.NameOfCopy) == 1);
        foreach (var image in single)
        {
            foreach (var region in image.Destinations.Where(region => (region != image.Region || _kind == CopyKind.Shared) && dice.Chance(0.15)))
            {
                var id = $"{others.Count:00000}";
                var earlier = $"img-old{id}";
                var earlierTime = image.CreatedTime.AddDays(-7);
                var mark = new SimulatedTag(SourceMark.TagKey, $"{image.Region}/{earlier}/{earlierTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");
                var younger = image.CreatedTime + ((Schedule.Start - image.CreatedTime) / 3);
                var older = image.CreatedTime.AddDays(-6);
                var (created, tags, disks) = dice.OneOf<(DateTimeOffset, SimulatedTag[], bool)>(
                    (older, [], true), (older, [], true), (older, [mark], true), (younger, [mark], true), (younger, [], false));
                if (!disks && image.DataDiskGB == 0)
                    created = older;
                others.Add(new SimulatedImage
                {
                    ImageId = $"img-build{others.Count:000}",
                    ImageName = image.NameOfCopy,
                    Region = region,
                    AccountId = _kind == CopyKind.Shared ? SimulatedWorld.Partner.AccountId : SimulatedWorld.Owner.AccountId,
                    SizeGB = image.SizeGB,
                    CreatedTime = created,
                    Tags = tags,
                    Snapshots = disks ? image.Snapshots($"b{id}") : [],
                    CopiedFrom = earlier,
                });
            }
        }

        return [.. others];
    }

    private Colleague? Colleague(Dice dice, PlannedImage[] images)
    {
        if (_kind == CopyKind.Shared || !dice.Chance(0.07))
            return null;
        var image = dice.OneOf<PlannedImage>(images);
        var regions = Mainland.Contains(image.Region) ? Mainland : Outside;
        return new Colleague(image, dice.Some(regions.Where(region => region != image.Region), dice.Number(1, 2)), dice.Between(Second, 8 * Minute));
    }

    // Only a run with many names reads whole lists, page by page.
    private bool HasMovingLists(PlannedImage[] images) =>
        !_isCalm && images.Select(image => image.NameOfCopy).Distinct().Count() > 20 && new Dice(_seed ^ 0x3E1).Chance(0.5);

    /// <summary>Draws images that have nothing to do with the run, and fill more than a page of each list.</summary>
    private IEnumerable<SimulatedImage> Bystanders(PlannedImage[] images)
    {
        if (!HasMovingLists(images))
            return [];
        var account = _kind == CopyKind.Shared ? SimulatedWorld.Partner.AccountId : SimulatedWorld.Owner.AccountId;
        return images.SelectMany(image => image.Destinations).Distinct().SelectMany(region => Enumerable.Range(0, 120).Select(number => new SimulatedImage
        {
            ImageId = $"img-{region.Length:00}{region[3]}{region[^2]}{region[^1]}{number:000}",
            ImageName = $"{BystanderName}{number}",
            Region = region,
            AccountId = account,
            CreatedTime = Schedule.Start.AddHours(-1),
        })).DistinctBy(image => image.ImageId);
    }

    private SimulatedCloudOptions Cloud(Dice dice, PlannedImage[] images, bool haveLookAlikes)
    {
        var options = new SimulatedCloudOptions
        {
            Seed = _seed,
            CopyDuration = dice.OfAnyScale(2 * Minute, 30 * Minute),
            SourceShowsSyncing = dice.Chance(0.7),
            BusySource = dice.OneOf(BusySource.InvalidParameterValue, BusySource.InvalidParameterValue, BusySource.FailedOperation, BusySource.Accepted),
            DuplicateNames = dice.OneOf(DuplicateNames.RefusedWhenGiven, DuplicateNames.RefusedWhenGiven, DuplicateNames.Allowed, DuplicateNames.Refused),
            DryRunAnswer = dice.OneOf(DryRunAnswer.BareRequestId, DryRunAnswer.DryRunOperation),
            UnknownImageIdIsError = dice.Chance(0.3),
            TimesWithOffset = dice.Chance(0.3),
            IdleSyncPercent = dice.OneOf<int?>(null, 20, 100),
            RateLimitErrorCode = dice.OneOf("RequestLimitExceeded", "RequestLimitExceeded.UinLimitExceeded"),
        };
        if (HasMovingLists(images))
            options.ImagesBetweenPages = new ListChanges { Created = 1, Deleted = 3, DeletedNames = BystanderName };
        options.CopyDurationSpread = options.CopyDuration * dice.Fraction() * 0.5;
        options.Copies = LifeCycle(dice, options, haveLookAlikes, CopyEnding.Normal);
        if (_isCalm)
            return options;
        foreach (var region in images.SelectMany(image => image.Destinations).Distinct().ToArray())
        {
            if (dice.Chance(0.06))
            {
                var ending = dice.OneOf(CopyEnding.CreateFailed, CopyEnding.Disappears, CopyEnding.Stuck);
                options.CopiesTo[region] = LifeCycle(dice, options, haveLookAlikes, ending);
            }

            if (dice.Chance(0.03))
                options.ImageQuotas[region] = dice.Number(0, images.Length);
        }

        return options;
    }

    private void DrawTags(Dice dice, SimulatedCloudOptions options, PlannedImage[] images)
    {
        options.TagsCopiesInProgress = dice.Chance(0.6);
        options.MaximumValuesPerTagKey = dice.OneOf(images.Length < 20 ? 1 : 10, 2 * images.Length, 1000);
        if (_isCalm)
            return;
        foreach (var region in images.SelectMany(image => image.Destinations).Distinct().Where(_ => dice.Chance(0.1)).ToArray())
        {
            options.TagFailures[region] = new TagFailure(
                dice.OneOf("FailedOperation.ResourceTagProcessing", "FailedOperation", "InvalidParameter.Tag", "AuthFailure.UnauthorizedOperation"),
                dice.OneOf(1, 3, int.MaxValue));
        }
    }

    private static CopyLifeCycle LifeCycle(Dice dice, SimulatedCloudOptions options, bool haveLookAlikes, CopyEnding ending)
    {
        // When neither the source nor an error shows that a copy is in progress, nobody can know of a copy that is hidden for
        // long: then the promise requires that copies are visible within half a minute.
        var leavesTraces = options.SourceShowsSyncing || options.BusySource != BusySource.Accepted;
        // And a copy is visible for some time before it completes.
        var longest = TimeSpan.FromTicks(Math.Min((leavesTraces ? 5 * Minute : Minute / 2).Ticks, (options.CopyDuration * 0.25).Ticks));
        // And each of two look-alike copies must be visible to be recognized.
        var isHidden = !haveLookAlikes && dice.Chance(0.3);
        return new CopyLifeCycle
        {
            HiddenFor = !isHidden ? TimeSpan.Zero : dice.OfAnyScale(Second, longest),
            PercentMissingUntil = dice.OneOf(0, 0.1, 0.5),
            Progress = dice.OneOf(CopyProgress.Gradual, CopyProgress.Jump),
            Ending = ending,
            BreaksAt = dice.Fraction(),
        };
    }

    private (TimeSpan Least, TimeSpan Most) Latency(Dice dice) => _isCalm
        ? Steady(dice)
        : dice.OneOf(
            (TimeSpan.Zero, TimeSpan.Zero),
            Steady(dice),
            Steady(dice),
            (TimeSpan.FromMilliseconds(50), 10 * Second),
            // Longer than the client waits: it gives up before the service acts.
            (TimeSpan.FromMilliseconds(50), 75 * Second));

    // The network can bunch requests up, so that they are throttled although the client keeps the rate limit.
    private static (TimeSpan Least, TimeSpan Most) Steady(Dice dice)
    {
        var least = dice.Between(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(400));
        return (least, least + TimeSpan.FromMilliseconds(40));
    }

    private FaultPlan Faults(Dice dice)
    {
        var plan = new FaultPlan(_seed);
        if (_isCalm)
            return plan;
        var share = dice.OneOf(0.02, 0.1, 0.1, 0.25, 0.5);
        foreach (var kind in dice.Some(OfAnyCall, dice.Number(1, 5)))
            plan.Add(new FaultChance(Fault(dice, kind), share * dice.Fraction(), dice.OneOf(null, "SyncImages", "DescribeImages", "TagResources")));
        for (var count = dice.OneOf(0, 0, 1, 2); count > 0; count--)
        {
            var kind = dice.OneOf<FaultKind>(OfAnyCall);
            plan.Add(new FaultRule(Fault(dice, kind))
            {
                Action = dice.OneOf("SyncImages", "SyncImages", "DescribeImages"),
                FirstCall = dice.Number(1, 4),
                Times = dice.OneOf(1, 1, 2, 4, 12),
            });
        }

        if (dice.Chance(0.2))
            plan.Add(new FaultChance(Fault(dice, dice.OneOf(FaultKind.EmptyList, FaultKind.NullList)), 0.3 * dice.Fraction(), "DescribeImages"));
        return plan;
    }

    private static Fault Fault(Dice dice, FaultKind kind) => new(kind)
    {
        Latency = kind == FaultKind.Slow ? dice.Between(TimeSpan.Zero, 5 * Second) : TimeSpan.Zero,
        AnswerLatency = kind == FaultKind.Slow ? dice.Between(TimeSpan.Zero, 80 * Second) : TimeSpan.Zero,
        StatusCode = dice.OneOf(502, 502, 200, 504),
        ErrorCode = kind switch
        {
            FaultKind.ErrorCode => dice.OneOf(
                "FailedOperation.InvalidImageState", "InvalidParameterValue.InvalidImageState", "InternalServerError",
                "ServiceUnavailable", "ImageQuotaLimitExceeded", "AuthFailure.TokenFailure", "UnauthorizedOperation"),
            FaultKind.Throttled => dice.OneOf("RequestLimitExceeded", "RequestLimitExceeded.GlobalRegionUinLimitExceeded"),
            _ => null,
        },
    };

    private Outage[] Outages(Dice dice, PlannedImage[] images)
    {
        if (_isCalm || !dice.Chance(0.2))
            return [];
        var regions = dice.Chance(0.8) ? images.SelectMany(image => image.Destinations) : images.Select(image => image.Region);
        var from = dice.Chance(0.5) ? TimeSpan.Zero : dice.OfAnyScale(Second, 20 * Minute);
        var until = dice.Chance(0.2) ? Never : from + dice.OfAnyScale(5 * Second, 60 * Minute);
        return [new Outage(dice.OneOf<string>([.. regions.Distinct()]), from, until, dice.Chance(0.3))];
    }

    private TimeSpan Skew(Dice dice) => _isCalm || dice.Chance(0.8)
        ? TimeSpan.Zero
        : dice.Chance(0.1)
            ? dice.OneOf(-8 * Minute, 8 * Minute)
            : dice.Between(-4 * Minute, 4 * Minute);

    private Stop[] Stops(Dice dice, TimeSpan latency, SimulatedCloudOptions cloud, bool haveLookAlikes)
    {
        var count = _isCalm ? 0 : dice.OneOf(0, 0, 1, 1, 2);
        // Nobody can know of a request in transit, or of a copy that is not visible yet.
        var leavesTraces = cloud.SourceShowsSyncing || cloud.BusySource != BusySource.Accepted;
        var least = 7 * Second + latency + (leavesTraces ? TimeSpan.Zero : Minute / 2);
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
            {
                var isAtCall = dice.Chance(0.5);
                return new Stop(
                    isAtCall ? null : dice.OfAnyScale(TimeSpan.FromMilliseconds(100), 30 * Minute),
                    isAtCall ? dice.Number(1, 4) : null,
                    dice.Chance(0.7),
                    dice.Chance(0.3),
                    least + dice.OfAnyScale(Second, 60 * Minute),
                    haveLookAlikes
                        ? dice.OneOf(GoOnBy.AllRows, GoOnBy.StartingOver)
                        : dice.OneOf(GoOnBy.FailedRows, GoOnBy.FailedRows, GoOnBy.AllRows, GoOnBy.StartingOver));
            }),
        ];
    }
}
