using Microsoft.Extensions.Logging;

namespace TencentImageReplication.Core.Replication;

/// <summary>What replication tells of its decisions; an administrator reads it with -Verbose.</summary>
internal static partial class ReplicationLog
{
    [LoggerMessage(1, LogLevel.Information, "{ImageId} in '{Region}' is already a copy named '{Name}' ({State}): reused, nothing is copied.")]
    public static partial void Reusing(ILogger logger, string? imageId, string region, string name, string? state);

    [LoggerMessage(2, LogLevel.Information, "Region '{Region}' did not answer ({Code}).")]
    public static partial void DestinationNotAnswering(ILogger logger, string region, string code);

    [LoggerMessage(3, LogLevel.Information, "The request to copy {ImageId} was refused ({Code}): checking each destination by itself.")]
    public static partial void Splitting(ILogger logger, string? imageId, string code);

    [LoggerMessage(4, LogLevel.Information, "The answer to the request to copy {ImageId} to {Regions} was lost ({Code}): looking there for what it may have made.")]
    public static partial void AnswerLost(ILogger logger, string? imageId, string regions, string code);

    [LoggerMessage(5, LogLevel.Information, "Found {CopyId} in '{Region}', made by the request to copy {ImageId} whose answer was lost: adopted.")]
    public static partial void Adopting(ILogger logger, string copyId, string region, string? imageId);

    [LoggerMessage(6, LogLevel.Information, "Asking for copies of {ImageId} in {Regions}, where there are none.")]
    public static partial void AskingFor(ILogger logger, string? imageId, string regions);

    [LoggerMessage(7, LogLevel.Information, "{ImageId} in '{Region}' is {State} after {Elapsed}.")]
    public static partial void ImageSettled(ILogger logger, string imageId, string region, string state, TimeSpan elapsed);

    [LoggerMessage(8, LogLevel.Information, "Next look at {Count} images in '{Region}' in {Pause}.")]
    public static partial void NextPoll(ILogger logger, int count, string region, TimeSpan pause);

    [LoggerMessage(9, LogLevel.Information, "'{InstanceType}' is sold in {Zones}: trying '{Zone}'.")]
    public static partial void TryingZone(ILogger logger, string instanceType, string zones, string zone);

    [LoggerMessage(10, LogLevel.Information, "'{Zone}' cannot take the instance ({Code}): trying the next zone.")]
    public static partial void ZoneRefused(ILogger logger, string zone, string code);

    [LoggerMessage(11, LogLevel.Warning, "{ImageId} in '{Region}' is being copied already: nothing is asked for before that has ended.")]
    public static partial void SourceIsBusy(ILogger logger, string imageId, string region);

    [LoggerMessage(13, LogLevel.Information, "{Attributes} of {SourceImageId} carried over to {ImageId} in '{Region}'.")]
    public static partial void CarriedOver(ILogger logger, CarriedAttributes attributes, string sourceImageId, string imageId, string region);

    [LoggerMessage(12, LogLevel.Information, "Stopped before the request to copy {ImageId} to {Regions} was answered: the copies may be made all the same, and are found when it is run again.")]
    public static partial void AskedAndCancelled(ILogger logger, string imageId, string regions);
}
