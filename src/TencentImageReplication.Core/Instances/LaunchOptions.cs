namespace TencentImageReplication.Core.Instances;

/// <summary>The options of a command that creates instances.</summary>
public sealed record LaunchOptions
{
    /// <summary>The maximum wait until the instances are running; null does not wait.</summary>
    public TimeSpan? WaitUntilRunning { get; init; }

    /// <summary>The confirmation before each request; null for none.</summary>
    public InstanceConfirmation? Confirmation { get; init; }
}
