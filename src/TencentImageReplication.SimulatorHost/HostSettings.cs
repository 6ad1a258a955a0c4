using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.SimulatorHost;

/// <summary>The settings from the command line.</summary>
internal sealed record HostSettings
{
    /// <summary>The prefix of the names of <see cref="MoreImages"/>.</summary>
    public const string MorePrefix = "bulk-";

    /// <summary>The addresses to listen on, as in <c>--urls</c>.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8555";

    /// <summary>The file for the endpoint, keys and images; null for none.</summary>
    public string? InfoFile { get; init; }

    /// <summary>The duration of a copy. It is short, because nobody wants to wait 20 minutes in a rehearsal.</summary>
    public TimeSpan CopyDuration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The time that an instance takes to start.</summary>
    public TimeSpan LaunchDuration { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The time of every call.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The time by which the clock of the service is ahead of this machine.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>The faults to play.</summary>
    public IReadOnlyList<FaultKind> Faults { get; init; } = [];

    /// <summary>The part of the calls that get a fault, 0 to 1, shared by all <see cref="Faults"/>.</summary>
    public double FaultRate { get; init; }

    /// <summary>The seed of IDs and faults.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The number of additional custom images of the owner, named <c>bulk-00001</c> and so on.</summary>
    public int MoreImages { get; init; }

    /// <summary>True to enforce the rate limits.</summary>
    public bool EnforceRateLimits { get; init; } = true;

    /// <summary>True to enable copies across the border of the mainland.</summary>
    public bool CrossBorder { get; init; }

    /// <summary>True to write every request to the console.</summary>
    public bool Verbose { get; init; }

    /// <summary>True to show the help only.</summary>
    public bool Help { get; init; }

    /// <summary>Creates a cloud with these settings.</summary>
    public SimulatedCloud CreateCloud(TimeProvider timeProvider)
    {
        var options = new SimulatedCloudOptions
        {
            CopyDuration = CopyDuration,
            LaunchDuration = LaunchDuration,
            Latency = Latency,
            EnforceRateLimits = EnforceRateLimits,
            Seed = Seed,
            CallLogCapacity = 1000,
        };
        var cloud = SimulatedWorld.Create(options, timeProvider);
        for (var number = 1; number <= MoreImages; number++)
            cloud.AddImage(new SimulatedImage { ImageName = $"{MorePrefix}{number:00000}", Region = SimulatedWorld.Region, AccountId = SimulatedWorld.Owner.AccountId });
        cloud.Faults = new FaultPlan(Seed);
        foreach (var kind in Faults)
            cloud.Faults.Add(new FaultChance(new Fault(kind), FaultRate / Faults.Count));
        if (CrossBorder)
        {
            foreach (var account in cloud.Accounts)
                cloud.UpdateAccount(account with { CrossBorderEnabled = true });
        }
        return cloud;
    }
}
