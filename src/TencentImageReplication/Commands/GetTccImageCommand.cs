using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Listing;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Queries;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Gets images by ID or by filter, from one or more regions.</summary>
[Cmdlet(VerbsCommon.Get, "TccImage", DefaultParameterSetName = ById, SupportsPaging = true)]
[OutputType(typeof(TccImage))]
public sealed class GetTccImageCommand : TccCloudCmdlet
{
    private const string ById = "ById";
    private const string ByFilter = "ByFilter";

    private readonly IdsByRegion _ids = new();
    private OutputPage? _page;

    /// <summary>The IDs of images. Without IDs and filters, the command gets all custom images of the region.</summary>
    [Parameter(ParameterSetName = ById, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateTccImageId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(ImageIdCompleter))]
    public string[]? ImageId { get; set; }

    /// <summary>The names of images. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ByFilter, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ImageNameCompleter))]
    public string[]? ImageName { get; set; }

    /// <summary>The kinds of images; default: custom images.</summary>
    [Parameter(ParameterSetName = ByFilter)]
    [ValidateNotNullOrEmpty]
    public TccImageType[] ImageType { get; set; } = [TccImageType.Custom];

    /// <summary>The states of images, in Tencent's spelling.</summary>
    [Parameter(ParameterSetName = ByFilter)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ImageStateCompleter))]
    public string[] State { get; set; } = [];

    /// <summary>The platforms, such as Windows or Ubuntu. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ByFilter, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    public string[]? Platform { get; set; }

    /// <summary>The tags that the images must have, all of them. A key without a value matches any value.</summary>
    [Parameter(ParameterSetName = ByFilter)]
    [TccTagTransformation]
    public TccTagCollection Tag { get; set; } = TccTagCollection.None;

    /// <summary>The image families. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ByFilter, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    public string[]? ImageFamily { get; set; }

    /// <summary>The regions to search; default: the region of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    private OutputPage Page => _page ??= new OutputPage(PagingParameters);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // A piped object with an empty ImageId means no image, not all images.
        if (ParameterSetName == ById && IsGiven(nameof(ImageId)))
        {
            _ids.Add(ImageId ?? [], ResolveRegions(Region));
            return;
        }

        var query = ToQuery();
        var filters = query.ToFilters();
        ListRegions(
            ResolveRegions(Region),
            (region, token) => Client.ListImagesAsync(region, filters, token),
            (region, image) => query.Matches(image) ? Take(image, region) : Page.WantsMore);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_ids.Regions is { Count: > 0 } regions)
        {
            ListRegions(
                regions,
                (region, token) => ImagesById.ListAsync(Client, region, _ids.In(region), token),
                (region, image) =>
                {
                    _ids.MarkFound(image.ImageId);
                    return Take(image, region);
                },
                _ids.MarkFailed);
            if (Page.WantsMore)
            {
                foreach (var (id, searched) in _ids.Missing())
                    WriteError(ErrorRecords.ImageNotFound(id, searched));
            }
        }

        WriteObject(Page.Rest(), enumerateCollection: true);
        base.EndProcessing();
    }

    private ImageQuery ToQuery() => new()
    {
        Names = new NamePatterns(ImageName),
        Types = ImageType,
        States = State,
        Platforms = new NamePatterns(Platform),
        Tags = Tag,
        Families = new NamePatterns(ImageFamily),
    };

    private bool Take(Image image, string region)
    {
        if (TccImage.From(image, region) is var found && Page.Accept(found))
            PostOutput(found);
        return Page.WantsMore;
    }
}
