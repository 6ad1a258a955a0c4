using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Errors;
using TencentImageReplication.Text;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Changes name, description, family and deprecation of custom images (ModifyImageAttribute).</summary>
/// <remarks>
/// Piped images have properties with the names of the parameters. These are set only if the command line sets nothing, as
/// with a file of new names: an old list that is piped in with -Deprecated must not rename its images.
/// </remarks>
[Cmdlet(VerbsCommon.Set, "TccImage", SupportsShouldProcess = true)]
[OutputType(typeof(TccImage))]
public sealed class SetTccImageCommand : TccCloudCmdlet
{
    private static readonly string[] Settings = [nameof(ImageName), nameof(Description), nameof(ImageFamily), nameof(Deprecated)];

    private readonly Dictionary<ImageRef, ModifyImageAttributeRequest> _wanted = [];
    private string[] _given = [];

    /// <summary>The images to change.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ValidateTccImageId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(OwnImageIdCompleter))]
    public string[]? ImageId { get; set; }

    /// <summary>The region of the images; default: the region of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Images, live or read from a file, or their IDs.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The new name, at most 60 characters. It must be unique in the region.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateTccImageName(AllowEmpty = true)]
    public string? ImageName { get; set; }

    /// <summary>The new description, at most 256 characters. An empty string removes it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ValidateLength(0, 256)]
    public string? Description { get; set; }

    /// <summary>The new family. An empty string removes the images from their family.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? ImageFamily { get; set; }

    /// <summary>Marks the images as deprecated. -Deprecated:$false removes the mark.</summary>
    [Parameter]
    public SwitchParameter Deprecated { get; set; }

    /// <summary>Emits the images with their new properties.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _given = [.. Settings.Where(MyInvocation.BoundParameters.ContainsKey)];
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var imageIds = InputObject?.BaseObject is string text ? [text] : ImageId;
        if (imageIds is not { Length: > 0 } || imageIds.Any(string.IsNullOrEmpty))
        {
            WriteError(ErrorRecords.NoImageId(InputObject));
            return;
        }

        var wanted = new ModifyImageAttributeRequest
        {
            ImageId = "",
            ImageName = Wanted(nameof(ImageName), ImageName) is { Length: > 0 } name ? name : null,
            ImageDescription = Wanted(nameof(Description), Description),
            ImageFamily = Wanted(nameof(ImageFamily), ImageFamily),
            ImageDeprecated = _given.Contains(nameof(Deprecated)) ? Deprecated.IsPresent : null,
        };
        if (wanted is { ImageName: null, ImageDescription: null, ImageFamily: null, ImageDeprecated: null })
        {
            WriteError(ErrorRecords.NothingToSet(imageIds[0]));
            return;
        }

        var region = ResolveRegion(Region);
        foreach (var imageId in imageIds)
            _wanted[new ImageRef(imageId, region)] = wanted with { ImageId = imageId };
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_wanted.Count > 0)
        {
            var editor = EngineFactory.CreateEditor(Scope, Client);
            Run(token => ImageBatch.RunAsync(
                Client,
                [.. _wanted.Keys],
                (image, described, stop) => editor.SetAsync(
                    image, described, _wanted[image], changes => ConfirmAsync(Messages.ChangeImage(described, image.Region, changes)), stop),
                Emit,
                (image, failure) => PostError(ErrorRecords.ImageFailed(image, failure)),
                token));
        }

        base.EndProcessing();
    }

    /// <summary>Returns the value to set, from the command line or else from the object; null if there is none.</summary>
    private string? Wanted(string parameter, string? value)
    {
        if (_given.Contains(parameter))
            return value ?? "";
        // A value of a script block, such as -ImageName { $_.ImageName + '-old' }, differs from the property.
        var column = InputObject?.Properties[parameter]?.Value?.ToString() ?? "";
        return string.IsNullOrEmpty(value) || (_given.Length > 0 && value == column) ? null : value;
    }

    private void Emit(ImageRef image, Image? now)
    {
        if (PassThru && now is not null)
            PostOutput(TccImage.From(now, image.Region));
    }
}
