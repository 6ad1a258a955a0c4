using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
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

    /// <summary>The maximum number of concurrent requests: the rate limit of the action, per second.</summary>
    private const int MostAtWork = 10;

    private readonly ConcurrencyLimit _limit = new(MostAtWork);
    private readonly List<Task> _work = [];
    private ImageCreator? _creator;

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
    public TccTagCollection? Tag { get; set; }

    /// <summary>The family of the image.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ImageFamily { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == FromInstance && string.IsNullOrEmpty(InstanceId))
        {
            WriteError(ErrorRecords.NoInstanceId(InstanceId));
            return;
        }

        if (string.IsNullOrEmpty(ImageName))
        {
            WriteError(ErrorRecords.NoImageName(InstanceId));
            return;
        }

        var region = ResolveRegion(Region);
        var request = Request();
        if (!Confirm(Messages.CreateImage(request, region)))
            return;

        _creator ??= EngineFactory.CreateImageCreator(Scope, Client, TimeProvider);
        _work.Add(Start(token => MakeAsync(region, request, token)));
        Drain();
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => PumpUntil(Task.WhenAll(_work));

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

    private async Task MakeAsync(string region, CreateImageRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await _limit.RunAsync(
                () => _creator!.CreateAsync(region, request, cancellationToken).ThenAsync(image => PostOutput(TccImage.From(image, region))),
                cancellationToken);
        }
        catch (Exception exception) when (ErrorRecords.ForInput(exception, request.InstanceId ?? request.ImageName) is { } error)
        {
            PostError(error);
        }
    }
}
