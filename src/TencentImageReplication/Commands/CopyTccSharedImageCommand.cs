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

    private protected override ImageCopyOptions Options() => OptionsFor(CopyKind.Shared);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (SkipBlankLine(ImageId is [var line] ? line : null))
            return;
        var images = RowSource is { } source ? [source] : ImageId;
        if (images is not { Length: > 0 } || images.Any(string.IsNullOrEmpty))
        {
            WriteError(ErrorRecords.NoImageId(ImageId));
            return;
        }

        var region = ResolveRegion(Region);
        if (RefuseOtherAccount(PlanRow, Account, AccountId, region))
            return;
        var name = RowSource is null ? DestinationImageName : RowName;
        var known = RowSource is not null && ImageId is [{ Length: > 0 } copy] ? new Dictionary<string, string> { [region] = copy } : null;
        foreach (var imageId in images)
            Copy(ConnectionOf(PlanRow), CopyRequestBuilder.Request(imageId, region, name, CarriedOver, [region]) with { KnownCopies = known });
    }
}
