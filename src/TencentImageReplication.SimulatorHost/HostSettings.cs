using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Scenarios;

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

    /// <summary>The file for the certificate of HTTPS; null for one beside the info file or in the folder for temporary files.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>The scenario; null for the default one.</summary>
    public Scenario? Scenario { get; init; }

    /// <summary>The site; null for that of the scenario, or else the Chinese one.</summary>
    public SimulatedSite? Site { get; init; }

    /// <summary>The duration of a copy; null for that of the scenario, or else 30 seconds.</summary>
    public TimeSpan? CopyDuration { get; init; }

    /// <summary>The time that an instance takes to start; null for that of the scenario, or else 5 seconds.</summary>
    public TimeSpan? LaunchDuration { get; init; }

    /// <summary>The time of every call; null for that of the scenario, or else none.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>The time by which the clock of the service is ahead of this machine.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>The faults to play.</summary>
    public IReadOnlyList<FaultKind> Faults { get; init; } = [];

    /// <summary>The part of the calls that get a fault, 0 to 1, shared by all <see cref="Faults"/>.</summary>
    public double FaultRate { get; init; }

    /// <summary>The seed of IDs and faults; null for that of the scenario, or else 1.</summary>
    public int? Seed { get; init; }

    /// <summary>The number of additional custom images of the owner, named <c>bulk-00001</c> and so on.</summary>
    public int MoreImages { get; init; }

    /// <summary>False not to enforce the rate limits, true for the setting of the scenario.</summary>
    public bool EnforceRateLimits { get; init; } = true;

    /// <summary>True to enable copies across the border of the mainland.</summary>
    public bool CrossBorder { get; init; }

    /// <summary>True to write every request to the console.</summary>
    public bool Verbose { get; init; }

    /// <summary>True to show the help only.</summary>
    public bool Help { get; init; }

    /// <summary>Creates a cloud that plays the scenario with these settings, which have precedence.</summary>
    /// <exception cref="ScenarioException">The scenario has mistakes.</exception>
    public SimulatedCloud CreateCloud(TimeProvider timeProvider)
    {
        // The times are short, because nobody wants to wait 20 minutes in a rehearsal.
        var defaults = new SimulatedCloudOptions
        {
            CopyDuration = TimeSpan.FromSeconds(30),
            LaunchDuration = TimeSpan.FromSeconds(5),
            Refreshes = new() { Preparation = TimeSpan.FromSeconds(1), BatchDuration = TimeSpan.FromSeconds(5), SurgeDuration = TimeSpan.FromSeconds(5) },
            CallLogCapacity = 1000,
        };
        var cloud = (Scenario ?? Scenario.Parse("{}", "")).CreateCloud(timeProvider, defaults, Override);
        for (var number = 1; number <= MoreImages; number++)
            cloud.AddImage(new SimulatedImage { ImageName = $"{MorePrefix}{number:00000}", Region = SimulatedWorld.Region, AccountId = cloud.Accounts[0].AccountId });
        foreach (var kind in Faults)
            cloud.Faults.Add(new FaultChance(new Fault(kind), FaultRate / Faults.Count));
        if (CrossBorder)
        {
            foreach (var account in cloud.Accounts)
                cloud.UpdateAccount(account with { CrossBorderEnabled = true });
        }
        return cloud;
    }

    private void Override(SimulatedCloudOptions options)
    {
        options.Site = Site ?? options.Site;
        options.CopyDuration = CopyDuration ?? options.CopyDuration;
        options.LaunchDuration = LaunchDuration ?? options.LaunchDuration;
        options.Latency = Latency ?? options.Latency;
        options.EnforceRateLimits &= EnforceRateLimits;
        options.Seed = Seed ?? options.Seed;
    }
}
