using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.FaultRuns;

/// <summary>A row as saved to a file: the part that remains after the process has ended.</summary>
internal sealed record SavedRow(
    string SourceImageId,
    string Region,
    string? CopyId,
    ImageCopyStatus Status,
    bool Reused,
    DateTimeOffset? RequestedAt,
    string? ErrorCode)
{
    /// <summary>The mark that the copy still gets, as long as the row is not saved; not part of the file.</summary>
    public SourceMark? Mark { get; init; }

    /// <summary>True when there is a copy to wait for.</summary>
    public bool CanBeWaitedFor => CopyId is not null && Status is ImageCopyStatus.Requested or ImageCopyStatus.Copying or ImageCopyStatus.TimedOut;

    public static SavedRow From(ImageCopy copy) =>
        new(copy.SourceImageId, copy.Region, copy.ImageId, copy.Status, copy.Reused, copy.RequestedAt, CodeOf(copy.Error)) { Mark = copy.Mark };

    /// <summary>Returns the row with the result of waiting, as the wait command updates it.</summary>
    public SavedRow Update(WaitResult result) => result.Outcome switch
    {
        WaitOutcome.Ready => this with { Status = ImageCopyStatus.Completed, ErrorCode = null },
        WaitOutcome.Failed => this with { Status = ImageCopyStatus.Failed, ErrorCode = result.Image!.ImageState },
        WaitOutcome.Vanished => this with { Status = ImageCopyStatus.Failed, ErrorCode = "ImageVanished" },
        WaitOutcome.TimedOut => this with { Status = ImageCopyStatus.TimedOut, ErrorCode = "WaitTimedOut" },
        _ => this with { ErrorCode = CodeOf(result.Error) ?? "?" },
    };

    public override string ToString() =>
        $"{SourceImageId} → {Region}: {Status} {CopyId}{(Reused ? " (reused)" : "")}{(ErrorCode is null ? "" : $" [{ErrorCode}]")}";

    private static string? CodeOf(Exception? error) => error switch
    {
        null => null,
        TencentCloudException failure => failure.Code,
        RuleViolationException refusal => refusal.Violation.Id,
        _ => error.GetType().Name,
    };
}
