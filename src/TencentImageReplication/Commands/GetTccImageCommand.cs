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
public sealed class GetTccImageCommand : FindingCommand
{
    private const string ById = "ById";
    private const string ByFilter = "ByFilter";

    private readonly List<RegionQuery<ImageQuery>> _queries = [];
    private readonly IdsByRegion _ids = new();
    private OutputPage? _page;
    private bool _anyFound;

    /// <summary>The IDs of images. Without IDs and filters, the command gets all custom images of the region.</summary>
    [Parameter(ParameterSetName = ById, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [TccIdTransformation("img-")]
    [ValidateTccImageId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(ImageIdCompleter))]
    public string[]? ImageId { get; set; }

    /// <summary>The names of images. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ByFilter, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateTccWildcard(AllowEmpty = true)]
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
    [ValidateTccWildcard(AllowEmpty = true)]
    public string[]? Platform { get; set; }

    /// <summary>The tags that the images must have, all of them. A key without a value matches any value.</summary>
    [Parameter(ParameterSetName = ByFilter)]
    [TccTagTransformation]
    public TccTagCollection Tag { get; set; } = TccTagCollection.None;

    /// <summary>The image families. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ByFilter, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateTccWildcard(AllowEmpty = true)]
    public string[]? ImageFamily { get; set; }

    /// <summary>The regions to search; default: the region of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccRegionTransformation(List = true)]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    private OutputPage Page => _page ??= new OutputPage(PagingParameters);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        RefuseEmptyFilters((nameof(ImageName), ImageName), (nameof(Platform), Platform), (nameof(ImageFamily), ImageFamily), (nameof(Tag), [Tag.ToString()]));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // A piped object with an empty ImageId means no image, not all images.
        if (ParameterSetName == ById && IsGiven(nameof(ImageId)))
        {
            _ids.Add(ImageId ?? [], ResolveRegions(Region));
            return;
        }

        if (HasEmptyFilter(nameof(ImageName), ImageName) || HasEmptyFilter(nameof(Platform), Platform) || HasEmptyFilter(nameof(ImageFamily), ImageFamily))
            return;

        var query = ToQuery();
        _queries.AddRange(ResolveRegions(Region).Select(region => new RegionQuery<ImageQuery>(region, query)));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // All input together, so that a region that does not respond delays no other.
        if (_queries.Count > 0 || _ids.Regions.Count > 0)
        {
            ReadLists(
                [.. _queries, .. _ids.Regions.Select(region => new RegionQuery<ImageQuery>(region, null))],
                list => list.Region,
                (list, token) => list.Query is { } query
                    ? Client.ListImagesAsync(list.Region, query.ToFilters(), token)
                    : ImagesById.ListAsync(Client, list.Region, _ids.In(list.Region), token),
                (list, image) => list.Query is { } query && !query.Matches(image) ? Page.WantsMore : Take(image, list),
                list =>
                {
                    list.HasFailed = true;
                    if (list.Query is null)
                        _ids.MarkFailed(list.Region);
                });
            if (Page.WantsMore)
            {
                foreach (var (id, searched) in _ids.Missing())
                    WriteError(ErrorRecords.ImageNotFound(id, searched));
                foreach (var (name, searched) in MissingNames.Of(_queries, query => query.Names))
                    WriteError(ErrorRecords.ImageNameNotFound(name, searched));
                if (!_anyFound && _queries.Count > 0)
                    SayNothingFound(_queries.Select(query => query.Region));
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

    private bool Take(Image image, RegionQuery<ImageQuery> list)
    {
        _ids.MarkFound(image.ImageId);
        _anyFound = true;
        list.Query?.Names.MarkFound(image.ImageName);
        if (TccImage.From(image, list.Region) is var found && Page.Accept(found))
            PostOutput(found);
        return Page.WantsMore;
    }
}
