using System.Management.Automation;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Abstractions;

/// <summary>
/// Base of the commands that process custom images of the account. They collect the images from the pipeline, describe many
/// with one request, and process them concurrently at the end.
/// </summary>
public abstract class OwnImagesCommand : TccCloudCmdlet
{
    /// <summary>The images.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ValidateTccImageId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(OwnImageIdCompleter))]
    public string[]? ImageId { get; set; }

    /// <summary>The region of the images; default: the region of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccRegionTransformation]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>A live row of a replication plan, which brings its connection.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public TccReplicationRow? PlanRow { get; set; }

    /// <summary>The status of a copy that is piped in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Status { get; set; }

    /// <summary>The source of a copy that is piped in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? SourceImageId { get; set; }

    /// <summary>The account of a row of a replication plan that is piped in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Account { get; set; }

    /// <summary>The ID of that account; null if the command has another use for it.</summary>
    private protected virtual string? OwnerId => null;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (SkipBlankLine(ImageId is [var line] ? line : null))
            return;
        if (new PipedImage(null, Region, Status, SourceImageId).PlannedSkipReason() is { } reason)
        {
            WriteVerbose(reason);
            return;
        }

        if (ImageId is not { Length: > 0 } || ImageId.Any(string.IsNullOrEmpty))
        {
            WriteError(ErrorRecords.NoImageId(ImageId));
            return;
        }

        var region = ResolveRegion(Region);
        if (RefuseOtherAccount(PlanRow, Account, PlanRow?.AccountId ?? OwnerId, region))
            return;
        foreach (var imageId in ImageId)
            Collect(ConnectionOf(PlanRow), new ImageRef(imageId, region));
    }

    /// <summary>Collects an image.</summary>
    /// <param name="connection">The connection to its account.</param>
    /// <param name="image">The image.</param>
    private protected abstract void Collect(CommandConnection connection, ImageRef image);

    /// <summary>Posts the error of an image. Can be called from any thread.</summary>
    private protected void Fail(ImageRef image, Exception failure) => PostError(ErrorRecords.ImageFailed(image, failure));
}
