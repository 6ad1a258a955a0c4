namespace TencentImageReplication.Core.Instances;

/// <summary>The options of a command that creates instances.</summary>
public sealed record LaunchOptions
{
    /// <summary>The maximum wait until the instances are running; null does not wait.</summary>
    public TimeSpan? WaitUntilRunning { get; init; }

    /// <summary>True to create instances even if an earlier request with the same settings has created some.</summary>
    public bool Force { get; init; }

    /// <summary>Receives each request, with its client token, before it is sent; called from any thread.</summary>
    public Action<LaunchRequest, string>? Requesting { get; init; }

    /// <summary>The confirmation before each request; null for none.</summary>
    public InstanceConfirmation? Confirmation { get; init; }
}
