namespace TencentImageReplication.Simulator.Faults;

/// <summary>A scripted fault: which calls it strikes, and how often.</summary>
/// <param name="Fault">What goes wrong.</param>
public sealed record FaultRule(Fault Fault)
{
    /// <summary>A rule for a fault without details.</summary>
    public FaultRule(FaultKind kind)
        : this(new Fault(kind))
    {
    }

    /// <summary>The action it strikes; null for any.</summary>
    public string? Action { get; init; }

    /// <summary>The region (<c>X-TC-Region</c>) it strikes; null for any.</summary>
    public string? Region { get; init; }

    /// <summary>The first matching call that it strikes, counted from 1 and from when the rule was added.</summary>
    public int FirstCall { get; init; } = 1;

    /// <summary>How many matching calls in a row it strikes.</summary>
    public int Times { get; init; } = 1;

    internal bool Matches(string action, string region) =>
        (Action is null || string.Equals(Action, action, StringComparison.Ordinal))
        && (Region is null || string.Equals(Region, region, StringComparison.OrdinalIgnoreCase));
}
