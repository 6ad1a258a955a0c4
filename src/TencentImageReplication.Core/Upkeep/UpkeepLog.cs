using Microsoft.Extensions.Logging;

namespace TencentImageReplication.Core.Upkeep;

/// <summary>What the upkeep of images tells of its decisions; an administrator reads it with -Verbose.</summary>
internal static partial class UpkeepLog
{
    [LoggerMessage(101, LogLevel.Information, "{ImageId} in '{Region}' is shared with {AccountId} already.")]
    public static partial void SharedAlready(ILogger logger, string imageId, string region, string accountId);

    [LoggerMessage(102, LogLevel.Information, "{ImageId} in '{Region}' is not shared with {AccountId}: there is nothing to take back.")]
    public static partial void NotShared(ILogger logger, string imageId, string region, string accountId);

    [LoggerMessage(103, LogLevel.Information, "{ImageId} in '{Region}' has been shared; when, the service did not say ({Code}).")]
    public static partial void ShareTimesNotKnown(ILogger logger, string imageId, string region, string code);

    [LoggerMessage(104, LogLevel.Information, "{ImageId} in '{Region}' is as it is to be: nothing is changed.")]
    public static partial void NothingToChange(ILogger logger, string imageId, string region);

    [LoggerMessage(105, LogLevel.Information, "The answer to the request to make '{Name}' in '{Region}' was lost ({Code}): looking whether it is there.")]
    public static partial void MakingAnswerLost(ILogger logger, string name, string region, string code);

    [LoggerMessage(106, LogLevel.Information, "Found {ImageId} in '{Region}', named '{Name}', made by the request whose answer was lost: adopted.")]
    public static partial void Adopting(ILogger logger, string imageId, string region, string name);

    [LoggerMessage(107, LogLevel.Information, "There is no '{Name}' in '{Region}': asking for it again.")]
    public static partial void MakingAgain(ILogger logger, string name, string region);

    [LoggerMessage(108, LogLevel.Information, "Deleted in '{Region}': {ImageIds}.")]
    public static partial void Deleted(ILogger logger, string region, string imageIds);

    [LoggerMessage(109, LogLevel.Information, "The answer to the request to delete {ImageIds} in '{Region}' was lost ({Code}): looking what is still there.")]
    public static partial void DeletingAnswerLost(ILogger logger, string imageIds, string region, string code);

    [LoggerMessage(110, LogLevel.Information, "The request to delete {Count} images in '{Region}' was refused ({Code}): asking for fewer at a time.")]
    public static partial void SplittingDeletion(ILogger logger, int count, string region, string code);

    [LoggerMessage(111, LogLevel.Information, "Took {ImageId} in '{Region}' back from {Count} accounts.")]
    public static partial void Unshared(ILogger logger, string imageId, string region, int count);
}
