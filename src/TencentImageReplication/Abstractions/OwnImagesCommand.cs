using System.Management.Automation;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Errors;
using TencentImageReplication.Text;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Abstractions;

/// <summary>
/// Base of the commands that act on images of the account's own: these are gathered from the pipeline, so that many are described
/// in one call, and worked on side by side at the end.
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

    /// <summary>The region that the images are in; default: that of the context.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ImageId is not { Length: > 0 } || ImageId.Any(string.IsNullOrEmpty))
        {
            WriteError(ErrorRecords.NoImageId(ImageId));
            return;
        }

        var region = ResolveRegion(Region);
        foreach (var imageId in ImageId)
            Gather(new ImageRef(imageId, region));
    }

    /// <summary>Takes note of an image to act on.</summary>
    private protected abstract void Gather(ImageRef image);

    /// <summary>Posts why nothing came of an image. From any thread.</summary>
    private protected void Fail(ImageRef image, Exception failure) => PostError(ErrorRecords.ImageFailed(image, failure));

    /// <summary>Asks the person before the shell. From any thread but that of the pipeline.</summary>
    private protected Task<bool> ConfirmAsync(string whatHappens) =>
        InvokeOnPipelineAsync(() => ShouldProcess(whatHappens, Messages.Question(whatHappens), Messages.ConfirmCaption()));
}
