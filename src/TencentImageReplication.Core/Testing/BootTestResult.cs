namespace TencentImageReplication.Core.Testing;

/// <summary>The result of a test.</summary>
public sealed record BootTestResult
{
    /// <summary>The test.</summary>
    public required BootTestRequest Request { get; init; }

    /// <summary>The name of the image; empty if it was not found.</summary>
    public string ImageName { get; init; } = "";

    /// <summary>The root account; null if the key may not read it.</summary>
    public string? AccountId { get; init; }

    /// <summary>The test instance; null if there was none.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The time from the request until the instance was running; null if it never was.</summary>
    public TimeSpan? BootedIn { get; init; }

    /// <summary>The last known state of the automation agent; null if it never reported.</summary>
    public string? AgentStatus { get; init; }

    /// <summary>The status of the script in the words of the service; null without a script.</summary>
    public string? ScriptStatus { get; init; }

    /// <summary>The output of the script; null without a script.</summary>
    public string? ScriptOutput { get; init; }

    /// <summary>The price of the instance per hour; null if it is not known.</summary>
    public double? Price { get; init; }

    /// <summary>The outcome.</summary>
    public BootTestStatus Status { get; init; } = BootTestStatus.Inconclusive;

    /// <summary>The error code; null for a test that passed.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The error message.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The last request ID, for the support of Tencent Cloud.</summary>
    public string? RequestId { get; init; }

    /// <summary>Returns this result with an outcome that is not good.</summary>
    internal BootTestResult With(BootTestStatus status, string code, string message) =>
        this with { Status = status, ErrorCode = code, ErrorMessage = message };
}
