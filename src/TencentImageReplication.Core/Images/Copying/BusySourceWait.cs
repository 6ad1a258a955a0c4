namespace TencentImageReplication.Core.Images.Copying;

/// <summary>The progress of waiting for a source that is already being copied.</summary>
/// <param name="ImageId">The source.</param>
/// <param name="ImageName">Its name.</param>
/// <param name="Region">The region of the source.</param>
/// <param name="DestinationRegions">The destinations that wait.</param>
/// <param name="Elapsed">The time for which the source has been busy; null when the wait is over.</param>
/// <param name="Limit">The maximum wait.</param>
public sealed record BusySourceWait(
    string ImageId, string ImageName, string Region, IReadOnlyList<string> DestinationRegions, TimeSpan? Elapsed, TimeSpan Limit);
