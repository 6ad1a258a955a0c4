using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Copies images that another account shares to custom images in their region (SyncImages).</summary>
[Cmdlet(VerbsCommon.Copy, "TccSharedImage", SupportsShouldProcess = true)]
[OutputType(typeof(TccImageCopy))]
public sealed class CopyTccSharedImageCommand : CopyImageCommand
{
    /// <summary>The shared images to copy.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ValidateTccImageId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(SharedImageIdCompleter))]
    public string[]? ImageId { get; set; }

    /// <summary>The region of the images and the copies; default: the region of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccRegionTransformation]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The source of an earlier row, to retry it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [ValidateTccImageId(AllowEmpty = true)]
    public string? SourceImageId { get; set; }

    /// <summary>The type of an image. It has the properties of its source too, but is no earlier row.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? ImageType { get; set; }

    /// <summary>The name of the copy in an earlier row.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? ImageName { get; set; }

    private protected override ImageCopyOptions Options() => OptionsFor(CopyKind.Shared);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var fromRow = SourceImageId is { Length: > 0 } && string.IsNullOrEmpty(ImageType);
        var images = fromRow ? [SourceImageId!] : ImageId;
        if (images is not { Length: > 0 } || images.Any(string.IsNullOrEmpty))
        {
            WriteError(ErrorRecords.NoImageId(ImageId));
            return;
        }

        var region = ResolveRegion(Region);
        var name = DestinationImageName is { Length: > 0 } ? DestinationImageName : fromRow ? ImageName : null;
        var known = fromRow && ImageId is [{ Length: > 0 } copy] ? new Dictionary<string, string> { [region] = copy } : null;
        foreach (var imageId in images)
            Copy(CopyRequestBuilder.Request(imageId, region, name, CarriedOver, [region]) with { KnownCopies = known });
    }
}
