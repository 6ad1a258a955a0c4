using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.Simulator.Scenarios;

/// <summary>A fault: for certain calls, or for random ones when it has a probability.</summary>
public sealed record ScenarioFault
{
    /// <summary>The kind.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>The action, such as <c>SyncImages</c>; any by default.</summary>
    public string? Action { get; init; }

    /// <summary>The region of the request; any by default.</summary>
    public string? Region { get; init; }

    /// <summary>The first matching call that gets the fault, counted from 1.</summary>
    public int? FirstCall { get; init; }

    /// <summary>The number of consecutive matching calls that get the fault; 1 by default.</summary>
    public int? Times { get; init; }

    /// <summary>The probability for each matching call, 0 to 1; 1 for each of them. It excludes the first call and the number of calls.</summary>
    public double? Probability { get; init; }

    /// <summary>The time before the service acts.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The time from the action to the response.</summary>
    public TimeSpan AnswerLatency { get; init; }

    /// <summary>The HTTP status of <see cref="FaultKind.ProxyPage"/>.</summary>
    public int StatusCode { get; init; } = 502;

    /// <summary>The error code of a fault with an error.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Adds the fault to a plan.</summary>
    internal void AddTo(FaultPlan plan)
    {
        var fault = new Fault(Kind) { Latency = Latency, AnswerLatency = AnswerLatency, StatusCode = StatusCode, ErrorCode = ErrorCode };
        if (Probability is { } probability)
            plan.Add(new FaultChance(fault, probability, Action, Region));
        else
            plan.Add(new FaultRule(fault) { Action = Action, Region = Region, FirstCall = FirstCall ?? 1, Times = Times ?? 1 });
    }
}
