namespace TencentImageReplication.Core.Api.AutoScaling;

/// <summary>An instance of a scaling group: the fields that this project reads.</summary>
public sealed record ScalingInstance
{
    /// <summary>The instance's ID.</summary>
    public string InstanceId { get; init => field = value ?? ""; } = "";

    /// <summary><c>IN_SERVICE</c>, or a state on the way to it or from it.</summary>
    public string? LifeCycleState { get; init; }
}
