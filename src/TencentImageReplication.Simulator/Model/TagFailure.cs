namespace TencentImageReplication.Simulator.Model;

/// <summary>A reason why the tag service does not tag an image, in <c>FailedResources</c>.</summary>
/// <param name="Code">The error code.</param>
/// <param name="Times">The number of requests in which the image fails.</param>
public sealed record TagFailure(string Code, int Times = int.MaxValue);
