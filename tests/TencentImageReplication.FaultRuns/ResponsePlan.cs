namespace TencentImageReplication.FaultRuns;

/// <summary>
/// The part of a schedule about responses that arrive but are wrong, about one slow region, and about instances. It has dice of its
/// own.
/// </summary>
internal sealed record ResponsePlan
{
    /// <summary>The character in names and other texts for which the responses have badly encoded text.</summary>
    public const char Marker = '¤';

    /// <summary>The badly encoded text, as bytes of JSON.</summary>
    public required byte[] BadText { get; init; }

    /// <summary>True when the names of the images have badly encoded text.</summary>
    public bool AreNamesBad { get; init; }

    /// <summary>The share of responses with a bad text.</summary>
    public double BadTextShare { get; init; }

    /// <summary>The share of responses to SyncImages and RunInstances that do not name what was created.</summary>
    public double MalformedShare { get; init; }

    /// <summary>The share of responses with another HTTP status, although the service has acted.</summary>
    public double StatusShare { get; init; }

    /// <summary>A destination that responds slowly; null for none.</summary>
    public SlowRegion? Slow { get; init; }

    /// <summary>The number of instances to create from each copy; 0 for none.</summary>
    public int InstancesPerCopy { get; init; }

    /// <summary>The RunInstances request at which the process is stopped, and true to stop it after the service has acted; null for none.</summary>
    public (int Call, bool OnceActed)? StopAtLaunch { get; init; }

    /// <summary>Draws the plan of a seed.</summary>
    public static ResponsePlan Of(int seed, bool isCalm, IReadOnlyCollection<string> destinations)
    {
        var dice = new Dice(seed ^ 0x0BAD);
        var kinds = isCalm ? 0 : dice.OneOf(0, 0, 1, 2, 3);
        var isMalformed = (kinds & 1) != 0;
        var hasStatus = (kinds & 2) != 0;
        return new ResponsePlan
        {
            BadText = dice.OneOf<byte[]>([0xFF], [0xC3], [0xED, 0xA0, 0xBD], [0xF0, 0x9F, 0x98], [.. @"\ud83d"u8], [.. @"\uDE00"u8]),
            AreNamesBad = dice.Chance(0.1),
            BadTextShare = dice.OneOf(0, 0, 0.1, 0.5),
            MalformedShare = isMalformed ? dice.OneOf(0.1, 0.4, 0.8) : 0,
            StatusShare = hasStatus ? dice.OneOf(0.03, 0.1, 0.3) : 0,
            Slow = dice.Chance(0.15) && destinations.Count > 0 ? Region(dice, [.. destinations], isCalm) : null,
            InstancesPerCopy = dice.OneOf(0, 0, 1, 3),
            StopAtLaunch = !isCalm && dice.Chance(0.5) ? (dice.Number(1, 4), dice.Chance(0.7)) : null,
        };
    }

    /// <summary>Returns the plan as a readable line.</summary>
    public override string ToString() =>
        $"bad text {Convert.ToHexString(BadText)} in {BadTextShare:P0} (in names {AreNamesBad}), malformed {MalformedShare:P0}, status {StatusShare:P0}, "
        + $"{Slow?.ToString() ?? "no slow region"}, {InstancesPerCopy} instances per copy, stop at launch {StopAtLaunch}";

    private static SlowRegion Region(Dice dice, string[] destinations, bool isCalm)
    {
        // Longer than a minute is longer than the client waits.
        var most = TimeSpan.FromSeconds(isCalm ? dice.Number(4, 40) : dice.Number(4, 80));
        return new SlowRegion(dice.OneOf<string>(destinations), most / 2, most);
    }
}

/// <summary>A region that responds slowly.</summary>
internal sealed record SlowRegion(string Region, TimeSpan Least, TimeSpan Most);
