using System.Globalization;
using System.Management.Automation;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Marking;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Errors;
using TencentImageReplication.Objects;

namespace TencentImageReplication.Pipeline;

/// <summary>Creates rows from results of the engine and from saved rows, and updates them after waiting.</summary>
internal static class ImageCopyRows
{
    /// <summary>Creates the row of a copy.</summary>
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
        RequestedAt = copy.RequestedAt,
        CompletedAt = copy.CompletedAt,
        Duration = copy.CompletedAt - copy.RequestedAt,
        CarryOver = Left(copy.CarryOver),
        ErrorCode = FailureCode.Of(copy.Error),
        ErrorMessage = copy.Error?.Message,
        RequestId = copy.RequestId,
        SourceTag = copy.Mark?.ToValue(),
        StaleImageId = copy.StaleImageId,
    };

    /// <summary>
    /// Reads a row that is live, or was saved with Export-Csv or Export-Clixml and read again. A value that cannot be
    /// read is left out, because spreadsheets write values in their own way. If the value matters for the wait, that is an error too.
    /// </summary>
    /// <param name="value">The object.</param>
    /// <param name="report">Takes an error for each status, time or list of properties that cannot be read.</param>
    /// <returns>The row; null when the object is no row.</returns>
    internal static TccImageCopy? TryRead(PSObject? value, Action<ErrorRecord> report)
    {
        if (value?.BaseObject is TccImageCopy live)
            return live;
        if (value is null || Text(value, nameof(TccImageCopy.SourceImageId)) is not { } sourceImageId)
            return null;
        // An image and a row of a plan name their source too.
        if (Text(value, nameof(TccImage.ImageType)) is not null || ReplicationRows.IsRow(value))
            return null;

        var row = new TccImageCopy
        {
            ImageName = Text(value, nameof(TccImageCopy.ImageName)) ?? "",
            SourceImageId = sourceImageId,
            SourceRegion = RegionId(value, nameof(TccImageCopy.SourceRegion)),
            ImageId = Text(value, nameof(TccImageCopy.ImageId)),
            Region = RegionId(value, nameof(TccImageCopy.Region)),
            Reused = Read<bool>(value, nameof(TccImageCopy.Reused), Boolean) ?? false,
            SizeGB = Read<int>(value, nameof(TccImageCopy.SizeGB)),
            Duration = Span(value, nameof(TccImageCopy.Duration)),
            ErrorCode = Text(value, nameof(TccImageCopy.ErrorCode)),
            ErrorMessage = Text(value, nameof(TccImageCopy.ErrorMessage)),
            RequestId = Text(value, nameof(TccImageCopy.RequestId)),
            StaleImageId = Text(value, nameof(TccImageCopy.StaleImageId)),
        };
        return row with
        {
            Status = Words<ImageCopyStatus>(value, nameof(TccImageCopy.Status), row, report) ?? ImageCopyStatus.Requested,
            CarryOver = Words<TccCarryOver>(value, nameof(TccImageCopy.CarryOver), row, report),
            RequestedAt = Time(value, nameof(TccImageCopy.RequestedAt), row, report),
            CompletedAt = Time(value, nameof(TccImageCopy.CompletedAt), row, report),
        };
    }

    /// <summary>Returns true if a row has a copy to wait for.</summary>
    internal static bool HasCopy(TccImageCopy row) =>
        row.Status is not (ImageCopyStatus.Failed or ImageCopyStatus.DryRunPassed or ImageCopyStatus.Source or ImageCopyStatus.WouldCopy)
        && !string.IsNullOrEmpty(row.ImageId);

    /// <summary>Returns the copy of a row, to wait for.</summary>
    /// <param name="row">The row, which has a copy.</param>
    /// <param name="region">The region of the copy.</param>
    internal static WaitTarget ToWaitTarget(TccImageCopy row, string region) =>
        new(row.ImageId!, region, row.RequestedAt, row with { Region = region })
        {
            CarryOver = ToCarryOver(row),
            Mark = ToMark(row),
        };

    /// <summary>Returns the row or the image of a result; null if there is no image.</summary>
    internal static object? CurrentOf(WaitResult result) => result.Target.Tag is TccImageCopy row ? Update(row, result)
        : result.Image is { } image ? TccImage.From(image, result.Target.Region)
        : null;

    /// <summary>Updates a row with the result of waiting.</summary>
    private static TccImageCopy Update(TccImageCopy row, WaitResult result)
    {
        var problem = WaitProblem.Of(result);
        var current = row with
        {
            SyncPercent = Percent(result),
            CarryOver = result.CarryOver is { } carried ? Left(carried.Failed | WithoutMark(row)) : row.CarryOver,
            ErrorCode = problem?.Id,
            ErrorMessage = problem?.Message,
        };
        return result.Outcome switch
        {
            WaitOutcome.Ready => Ended(current with { Status = ImageCopyStatus.Completed }, result),
            WaitOutcome.Failed or WaitOutcome.Vanished =>
                Ended(current with { Status = ImageCopyStatus.Failed }, result),
            WaitOutcome.TimedOut => current with { Status = ImageCopyStatus.TimedOut },
            _ => current with { Status = ImageCopyStatus.Unknown, ErrorCode = FailureCode.Of(result.Error), ErrorMessage = result.Error?.Message },
        };
    }

    /// <summary>Returns the properties that the copy of a row still gets from its source; null if there are none.</summary>
    private static CarryOverRequest? ToCarryOver(TccImageCopy row) => ((CarriedAttributes)(int)(row.CarryOver ?? TccCarryOver.None) & ~CarriedAttributes.NoSourceTag) is var wanted and not CarriedAttributes.None
        ? new CarryOverRequest(row.SourceImageId, row.SourceRegion, wanted)
        : null;

    /// <summary>Returns the mark that the copy of a row gets; null if it must not have one.</summary>
    private static MarkRequest? ToMark(TccImageCopy row) =>
        WithoutMark(row) == CarriedAttributes.None && row.SourceImageId != row.ImageId && RegionRules.CheckId(row.SourceRegion.ToLowerInvariant()) is null
            ? new MarkRequest(row.SourceImageId, row.SourceRegion, row.SourceTag is { } tag ? SourceMark.TryParse(tag) : null)
            : null;

    private static CarriedAttributes WithoutMark(TccImageCopy row) =>
        row.CarryOver?.HasFlag(TccCarryOver.NoSourceTag) == true ? CarriedAttributes.NoSourceTag : CarriedAttributes.None;

    // Both enums have the same numbers.
    private static TccCarryOver? Left(CarriedAttributes attributes) =>
        attributes == CarriedAttributes.None ? null : (TccCarryOver)(int)attributes;

    private static TccImageCopy Ended(TccImageCopy row, WaitResult result)
    {
        // For a copy that existed before, the time is unknown.
        if (row.Reused && row.RequestedAt is null)
            return row;
        var completedAt = row.CompletedAt ?? result.EndedAt;
        // Measured, because the clock of this computer can be set during the wait.
        var duration = row.CompletedAt is not null && row.Duration is { } known ? known
            : row.CompletedAt is null && row.RequestedAt is not null && result.Elapsed is { } elapsed ? elapsed
            : completedAt - row.RequestedAt;
        return row with { CompletedAt = completedAt, Duration = duration };
    }

    private static int? Percent(WaitResult result) =>
        result.Image?.ImageState == ImageStates.Syncing ? NumberConversion.From(result.Image.SyncPercent) : null;

    private static ImageCopyStatus Status(Core.Images.Copying.ImageCopyStatus status) => status switch
    {
        Core.Images.Copying.ImageCopyStatus.Requested => ImageCopyStatus.Requested,
        Core.Images.Copying.ImageCopyStatus.Copying => ImageCopyStatus.Copying,
        Core.Images.Copying.ImageCopyStatus.Completed => ImageCopyStatus.Completed,
        Core.Images.Copying.ImageCopyStatus.Failed => ImageCopyStatus.Failed,
        Core.Images.Copying.ImageCopyStatus.TimedOut => ImageCopyStatus.TimedOut,
        Core.Images.Copying.ImageCopyStatus.DryRunPassed => ImageCopyStatus.DryRunPassed,
        Core.Images.Copying.ImageCopyStatus.Source => ImageCopyStatus.Source,
        Core.Images.Copying.ImageCopyStatus.WouldCopy => ImageCopyStatus.WouldCopy,
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

    private static string RegionId(PSObject row, string name) => Text(row, name)?.Trim() is not { } text ? ""
        : RegionRules.CheckId(text.ToLowerInvariant()) is null ? text.ToLowerInvariant() : text;

    private static T? Words<T>(PSObject saved, string name, TccImageCopy row, Action<ErrorRecord> report)
        where T : struct, Enum
    {
        if (Text(saved, name) is not { } text)
            return null;
        var value = EnumText.TryRead<T>(saved.Properties[name].Value);
        if (value is null)
            report(ErrorRecords.RowWordNotRead(row, name, text, EnumText.Words(typeof(T))));
        return value;
    }

    private static bool? Boolean(string text) => bool.TryParse(text, out var value) ? value : null;

    // A time without a zone was written by a version of this module that had no type for times: in UTC.
    private static TccTime? Time(PSObject saved, string name, TccImageCopy row, Action<ErrorRecord> report)
    {
        try
        {
            return TimeConversion.From(saved.Properties[name]?.Value, DateTimeKind.Utc);
        }
        catch (FormatException exception)
        {
            report(ErrorRecords.RowTimeNotRead(row, name, exception.Message));
            return null;
        }
    }

    // JSON holds a time span as an object of all its properties.
    private static TimeSpan? Span(PSObject saved, string name) =>
        saved.Properties[name]?.Value is PSObject { BaseObject: PSCustomObject } span
            ? Read<long>(span, nameof(TimeSpan.Ticks)) is { } ticks ? new TimeSpan(ticks) : null
            : Read<TimeSpan>(saved, name);
}
