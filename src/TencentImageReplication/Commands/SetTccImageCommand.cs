using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Errors;
using TencentImageReplication.Objects;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Text;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Changes name, description, family, deprecation and tags of custom images (ModifyImageAttribute, TagResources).</summary>
/// <remarks>
/// Piped images have properties with the names of the parameters. These are set only if the command line sets nothing, as
/// with a file of new names: an old list that is piped in with -Deprecated must not rename its images.
/// </remarks>
[Cmdlet(VerbsCommon.Set, "TccImage", SupportsShouldProcess = true)]
[OutputType(typeof(TccImage))]
public sealed class SetTccImageCommand : TccCloudCmdlet
{
    private static readonly string[] Settings = [nameof(ImageName), nameof(Description), nameof(ImageFamily), nameof(Deprecated), nameof(Tag)];

    private readonly ByConnection<ImageChangeInput> _inputs;
    private ImageChangeReader _reader = new([], []);

    /// <summary>The images to change.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
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
    [ArgumentCompleter(typeof(ImageFamilyCompleter))]
    public string? ImageFamily { get; set; }

    /// <summary>Marks the images as deprecated. -Deprecated:$false removes the mark.</summary>
    [Parameter]
    public SwitchParameter Deprecated { get; set; }

    /// <summary>The tags to add, or to give another value: a hashtable, or strings such as env=prod. Other tags stay.</summary>
    [Parameter]
    [TccTagTransformation]
    [ArgumentCompleter(typeof(TagCompleter))]
    public TccTagCollection? Tag { get; set; }

    /// <summary>Emits the images with their new properties.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Creates the command.</summary>
    public SetTccImageCommand() =>
        _inputs = new ByConnection<ImageChangeInput>(_ => new ImageChangeInput(ResolveRegion, WriteVerbose, WriteError));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var tags = TagConversion.ToModel(Tag ?? TccTagCollection.None);
        if (ImageEditor.CheckTags(tags) is { } violation)
            ThrowTerminatingError(ErrorRecords.From(violation, Tag));
        _reader = new ImageChangeReader([.. Settings.Where(IsGiven)], tags);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in InputItem.Of(InputObject, ImageId, Region).Where(item => !RefuseOtherAccount(item)))
            _inputs[ConnectionOf(item)].Read(item, ImageId, value => _reader.Read(value, ImageName, Description, ImageFamily, Deprecated));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var connection in _inputs.Connections.Where(connection => _inputs[connection].Images.Count > 0))
        {
            var input = _inputs[connection];
            var editor = EngineFactory.CreateEditor(Scope, connection.Client, connection.CreateTagger());
            Run(token => ImageBatch.RunAsync(
                connection.Client,
                input.Images,
                (image, described, stop) => editor.SetAsync(
                    image, described, input.Of(image), changes => ConfirmAsync(Messages.ChangeImage(described, image.Region, changes)), stop),
                Emit,
                (image, failure) => PostError(ErrorRecords.ImageFailed(image, failure)),
                token));
        }

        base.EndProcessing();
    }

    private void Emit(ImageRef image, Image? now)
    {
        if (PassThru && now is not null)
            PostOutput(TccImage.From(now, image.Region));
    }
}
