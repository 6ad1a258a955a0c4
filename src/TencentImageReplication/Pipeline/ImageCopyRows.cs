using System.Globalization;
using System.Management.Automation;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Errors;
using TencentImageReplication.Objects;

namespace TencentImageReplication.Pipeline;

/// <summary>Where rows come from: the engine, and files that earlier rows were saved to; and what waiting makes of them.</summary>
internal static class ImageCopyRows
{
    /// <summary>The row of a copy as the engine tells it.</summary>
    internal static TccImageCopy From(ImageCopy copy) => new()
    {
        ImageName = copy.ImageName ?? "",
        SourceImageId = copy.SourceImageId,
        SourceRegion = copy.SourceRegion,
        ImageId = copy.ImageId,
        Region = copy.Region,
        Status = Status(copy.Status),
        Reused = copy.Reused,
        SizeGB = NumberConversion.From(copy.SizeGB),
        RequestedAt = copy.RequestedAt?.UtcDateTime,
        CompletedAt = copy.CompletedAt?.UtcDateTime,
        Duration = copy.CompletedAt - copy.RequestedAt,
        CarryOver = Left(copy.CarryOver),
        ErrorCode = ErrorCode(copy.Error),
        ErrorMessage = copy.Error?.Message,
        RequestId = copy.RequestId,
    };

    /// <summary>
    /// Reads a row that is live, or was saved with Export-Csv or Export-Clixml and read again. A value that cannot be
    /// understood is left out: a spreadsheet writes times and durations its own way.
    /// </summary>
    /// <returns>The row; null when the object is no row.</returns>
    internal static TccImageCopy? TryRead(PSObject? value)
    {
        if (value?.BaseObject is TccImageCopy live)
            return live;
        if (value is null || Text(value, nameof(TccImageCopy.SourceImageId)) is not { } sourceImageId)
            return null;

        return new TccImageCopy
        {
            ImageName = Text(value, nameof(TccImageCopy.ImageName)) ?? "",
            SourceImageId = sourceImageId,
            SourceRegion = Text(value, nameof(TccImageCopy.SourceRegion)) ?? "",
            ImageId = Text(value, nameof(TccImageCopy.ImageId)),
            Region = Text(value, nameof(TccImageCopy.Region)) ?? "",
            Status = Read<ImageCopyStatus>(value, nameof(TccImageCopy.Status)) ?? ImageCopyStatus.Requested,
            Reused = Read<bool>(value, nameof(TccImageCopy.Reused), Boolean) ?? false,
            SizeGB = Read<int>(value, nameof(TccImageCopy.SizeGB)),
            RequestedAt = Read(value, nameof(TccImageCopy.RequestedAt), Time),
            CompletedAt = Read(value, nameof(TccImageCopy.CompletedAt), Time),
            Duration = Read<TimeSpan>(value, nameof(TccImageCopy.Duration)),
            CarryOver = Read<TccCarryOver>(value, nameof(TccImageCopy.CarryOver)),
            ErrorCode = Text(value, nameof(TccImageCopy.ErrorCode)),
            ErrorMessage = Text(value, nameof(TccImageCopy.ErrorMessage)),
            RequestId = Text(value, nameof(TccImageCopy.RequestId)),
        };
    }

    /// <summary>The row, brought up to date with what waiting has seen.</summary>
    internal static TccImageCopy Update(TccImageCopy row, WaitResult result)
    {
        var problem = WaitProblem.Of(result);
        var current = row with
        {
            SyncPercent = Percent(result),
            CarryOver = result.CarryOver is { } carried ? Left(carried.Failed) : row.CarryOver,
            ErrorCode = problem?.Id,
            ErrorMessage = problem?.Message,
        };
        return result.Outcome switch
        {
            WaitOutcome.Ready => Ended(current with { Status = ImageCopyStatus.Completed }, result),
            WaitOutcome.Failed or WaitOutcome.Vanished =>
                Ended(current with { Status = ImageCopyStatus.Failed }, result),
            WaitOutcome.TimedOut => current with { Status = ImageCopyStatus.TimedOut },
            // Nobody knows how the copy is: the row keeps the status it had.
            _ => current with { ErrorCode = ErrorCode(result.Error), ErrorMessage = result.Error?.Message },
        };
    }

    /// <summary>What a row says that its copy is to get from its source; null when that is nothing.</summary>
    internal static CarryOverRequest? ToCarryOver(TccImageCopy row) => row.CarryOver is { } wanted and not TccCarryOver.None
        ? new CarryOverRequest(row.SourceImageId, row.SourceRegion, (CarriedAttributes)(int)wanted)
        : null;

    // Both say the same in the same numbers.
    private static TccCarryOver? Left(CarriedAttributes attributes) =>
        attributes == CarriedAttributes.None ? null : (TccCarryOver)(int)attributes;

    private static TccImageCopy Ended(TccImageCopy row, WaitResult result)
    {
        // When a copy that was there before became ready, nobody saw.
        if (row.Reused && row.RequestedAt is null)
            return row;
        var completedAt = row.CompletedAt ?? result.EndedAt.UtcDateTime;
        return row with { CompletedAt = completedAt, Duration = completedAt - row.RequestedAt };
    }

    private static int? Percent(WaitResult result) =>
        result.Image?.ImageState == ImageStates.Syncing ? NumberConversion.From(result.Image.SyncPercent) : null;

    private static string? ErrorCode(Exception? error) => error switch
    {
        null => null,
        TencentCloudException failure => failure.Code,
        RuleViolationException refusal => refusal.Violation.Id,
        _ => error.GetType().Name,
    };

    private static ImageCopyStatus Status(Core.Images.Copying.ImageCopyStatus status) => status switch
    {
        Core.Images.Copying.ImageCopyStatus.Requested => ImageCopyStatus.Requested,
        Core.Images.Copying.ImageCopyStatus.Copying => ImageCopyStatus.Copying,
        Core.Images.Copying.ImageCopyStatus.Completed => ImageCopyStatus.Completed,
        Core.Images.Copying.ImageCopyStatus.Failed => ImageCopyStatus.Failed,
        Core.Images.Copying.ImageCopyStatus.TimedOut => ImageCopyStatus.TimedOut,
        Core.Images.Copying.ImageCopyStatus.DryRunPassed => ImageCopyStatus.DryRunPassed,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    private static string? Text(PSObject row, string name) =>
        row.Properties[name]?.Value?.ToString() is { Length: > 0 } text ? text : null;

    private static T? Read<T>(PSObject row, string name, Func<string, T?>? parse = null)
        where T : struct
    {
        var value = row.Properties[name]?.Value;
        if (value is null or "")
            return null;
        if (value is string text && parse is not null)
            return parse(text);
        return LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out T result) ? result : null;
    }

    private static bool? Boolean(string text) => bool.TryParse(text, out var value) ? value : null;

    // Export-Csv writes times in the culture of the session, and without their kind; ours are UTC.
    private static DateTime? Time(string text)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParse(text, CultureInfo.CurrentCulture, Utc, out var time)
            || DateTime.TryParse(text, CultureInfo.InvariantCulture, Utc, out time)
                ? time
                : null;
    }
}
