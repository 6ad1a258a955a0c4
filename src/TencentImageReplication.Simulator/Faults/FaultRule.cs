namespace TencentImageReplication.Simulator.Faults;

/// <summary>A scripted fault for certain calls.</summary>
/// <param name="Fault">The fault.</param>
public sealed record FaultRule(Fault Fault)
{
    /// <summary>Creates a rule for a fault without details.</summary>
    public FaultRule(FaultKind kind)
        : this(new Fault(kind))
    {
    }

    /// <summary>The action; null for any.</summary>
    public string? Action { get; init; }

    /// <summary>The region (<c>X-TC-Region</c>); null for any.</summary>
    public string? Region { get; init; }

    /// <summary>The first matching call that gets the fault, counted from 1 since the rule was added.</summary>
    public int FirstCall { get; init; } = 1;

    /// <summary>The number of consecutive matching calls that get the fault.</summary>
    public int Times { get; init; } = 1;

    internal bool Matches(string action, string region) =>
        (Action is null || string.Equals(Action, action, StringComparison.Ordinal))
        && (Region is null || string.Equals(Region, region, StringComparison.OrdinalIgnoreCase));
}
