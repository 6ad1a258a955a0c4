using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.SimulatorHost;

/// <summary>What the command line asks for.</summary>
internal sealed record HostSettings
{
    /// <summary>What the names of <see cref="MoreImages"/> begin with.</summary>
    public const string MorePrefix = "bulk-";

    /// <summary>Where to listen, as <c>--urls</c> has it.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8555";

    /// <summary>Where to tell how to connect; null for nowhere.</summary>
    public string? InfoFile { get; init; }

    /// <summary>How long a copy takes. Nobody wants to wait twenty minutes for a rehearsal.</summary>
    public TimeSpan CopyDuration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an instance takes to start.</summary>
    public TimeSpan LaunchDuration { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long every call takes.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>How far the service's clock is ahead of this machine's.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>What goes wrong.</summary>
    public IReadOnlyList<FaultKind> Faults { get; init; } = [];

    /// <summary>The part of the calls that go wrong, 0 to 1, shared by <see cref="Faults"/>.</summary>
    public double FaultRate { get; init; }

    /// <summary>What IDs and faults are drawn from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many custom images more the owner has, named <c>bulk-00001</c> and so on.</summary>
    public int MoreImages { get; init; }

    /// <summary>Whether the documented requests per second are enforced.</summary>
    public bool EnforceRateLimits { get; init; } = true;

    /// <summary>Whether accounts may copy across the mainland's border.</summary>
    public bool CrossBorder { get; init; }

    /// <summary>Whether every request is told on the console.</summary>
    public bool Verbose { get; init; }

    /// <summary>Whether only the help is wanted.</summary>
    public bool Help { get; init; }

    /// <summary>A furnished cloud with these settings.</summary>
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
