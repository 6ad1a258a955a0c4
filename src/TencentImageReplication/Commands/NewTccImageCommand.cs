using System.Management.Automation;
using System.Threading.Channels;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Creating;
using TencentImageReplication.Errors;
using TencentImageReplication.Objects;
using TencentImageReplication.Text;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Creates custom images from instances or snapshots (CreateImage).</summary>
[Cmdlet(VerbsCommon.New, "TccImage", DefaultParameterSetName = FromInstance, SupportsShouldProcess = true)]
[OutputType(typeof(TccImage))]
public sealed class NewTccImageCommand : TccCloudCmdlet
{
    private const string FromInstance = "FromInstance";
    private const string FromSnapshot = "FromSnapshot";

    private readonly PipelineFeed<ImageCreation> _images;

    /// <summary>The instance to create the image from.</summary>
    [Parameter(ParameterSetName = FromInstance, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public string? InstanceId { get; set; }

    /// <summary>The snapshots to create the image from, one of them of a system disk.</summary>
    [Parameter(ParameterSetName = FromSnapshot, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string[]? SnapshotId { get; set; }

    /// <summary>The name, at most 60 characters. It must be unique in the region.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateTccImageName(AllowEmpty = true)]
    public string? ImageName { get; set; }

    /// <summary>The region of the instance or the snapshots, and of the image; default: the region of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccRegionTransformation]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The description, at most 256 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateLength(0, 256)]
    public string? Description { get; set; }

    /// <summary>Shuts the instance down first. Without it, data that the system has not written to its disks may be missing.</summary>
    [Parameter(ParameterSetName = FromInstance)]
    public SwitchParameter ForcePowerOff { get; set; }

    /// <summary>Generalizes the Windows system first (Sysprep).</summary>
    [Parameter(ParameterSetName = FromInstance)]
    public SwitchParameter Sysprep { get; set; }

    /// <summary>The data disks of the instance to include in the image.</summary>
    [Parameter(ParameterSetName = FromInstance)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DataDiskIdCompleter))]
    public string[]? DataDiskId { get; set; }

    /// <summary>The tags of the image: a hashtable, or strings such as env=prod.</summary>
    [Parameter]
    [TccTagTransformation]
    [ArgumentCompleter(typeof(TagCompleter))]
    public TccTagCollection? Tag { get; set; }

    /// <summary>The family of the image.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ImageFamilyCompleter))]
    public string? ImageFamily { get; set; }

    /// <summary>Creates the command.</summary>
    public NewTccImageCommand() => _images = new PipelineFeed<ImageCreation>(this, Begin);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == FromInstance && SkipBlankLine(InstanceId))
            return;
        if (ParameterSetName == FromInstance && string.IsNullOrEmpty(InstanceId))
            WriteError(ErrorRecords.NoInstanceId(InstanceId));
        else if (string.IsNullOrEmpty(ImageName))
            WriteError(ErrorRecords.NoImageName(InstanceId));
        else if (new ImageCreation(ResolveRegion(Region), Request()) is var image && Confirm(Messages.CreateImage(image.Request, image.Region)))
            _images.Add(image);
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => _images.Complete();

    private CreateImageRequest Request() => new()
    {
        ImageName = ImageName!,
        InstanceId = ParameterSetName == FromInstance ? InstanceId : null,
        SnapshotIds = SnapshotId,
        ImageDescription = string.IsNullOrEmpty(Description) ? null : Description,
        ForcePoweroff = ForcePowerOff ? "true" : null,
        Sysprep = Sysprep ? "true" : null,
        DataDiskIds = DataDiskId,
        TagSpecification = Tag is { Count: > 0 } ? [new TagSpecification { ResourceType = "image", Tags = TagConversion.ToModel(Tag) }] : null,
        ImageFamily = string.IsNullOrEmpty(ImageFamily) ? null : ImageFamily,
    };

    private Func<CancellationToken, Task> Begin(ChannelReader<ImageCreation> images)
    {
        var batch = EngineFactory.CreateImageCreationBatch(Scope, Client, TimeProvider);
        return token => batch.RunAsync(
            images,
            (image, created) => PostOutput(TccImage.From(created, image.Region)),
            (image, failure) => PostError(ErrorRecords.NotCreated(image, failure)),
            token);
    }
}
