using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
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

    private readonly ByConnection<Search<ImageQuery>> _searches = new(_ => new Search<ImageQuery>(query => query.Names));
    private OutputPage? _page;

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
    [ArgumentCompleter(typeof(PlatformCompleter))]
    public string[]? Platform { get; set; }

    /// <summary>The tags that the images must have, all of them. A key without a value matches any value.</summary>
    [Parameter(ParameterSetName = ByFilter)]
    [TccTagTransformation]
    [ArgumentCompleter(typeof(TagCompleter))]
    public TccTagCollection Tag { get; set; } = TccTagCollection.None;

    /// <summary>The image families. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ByFilter, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateTccWildcard(AllowEmpty = true)]
    [ArgumentCompleter(typeof(ImageFamilyCompleter))]
    public string[]? ImageFamily { get; set; }

    /// <summary>The regions to search; default: the region of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TccRegionTransformation(List = true)]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    /// <summary>A live row of a replication plan, which brings its connection.</summary>
    [Parameter(ParameterSetName = ById, ValueFromPipeline = true, DontShow = true)]
    public TccReplicationRow? PlanRow { get; set; }

    private OutputPage Page => _page ??= new OutputPage(PagingParameters);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        RefuseEmptyFilters((nameof(ImageName), ImageName), (nameof(Platform), Platform), (nameof(ImageFamily), ImageFamily), (nameof(Tag), [.. Tag.Keys]));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ById && IsGiven(nameof(ImageId)))
            _searches[ConnectionOf(PlanRow)].Add(ImageId, ResolveRegions(Region));
        else if (!HasEmptyFilter(nameof(ImageName), ImageName) && !HasEmptyFilter(nameof(Platform), Platform) && !HasEmptyFilter(nameof(ImageFamily), ImageFamily))
            _searches[Own].Add(ToQuery(), ResolveRegions(Region));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var connection in _searches.Connections)
            Read(connection.Client, _searches[connection]);
        foreach (var item in Page.Rest())
            WriteObject(item);
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

    private void Read(CvmClient client, Search<ImageQuery> search)
    {
        if (search.Lists.Count > 0 && Page.WantsMore)
            ReadLists<ImageQuery, Image>(search, List, (list, image) => Take(search, list, image));
        if (Page.WantsMore)
            ReportMissing(search, ErrorRecords.ImageNotFound, ErrorRecords.ImageNameNotFound);

        IAsyncEnumerable<Image> List(RegionQuery<ImageQuery> list, CancellationToken cancellationToken) => list.Query is { } query
            ? client.ListImagesAsync(list.Region, query.ToFilters(), cancellationToken)
            : client.ListImagesAsync(list.Region, search.IdsOf(list), cancellationToken);
    }

    private bool Take(Search<ImageQuery> search, RegionQuery<ImageQuery> list, Image image)
    {
        if (list.Query?.Matches(image) == false)
            return Page.WantsMore;
        search.MarkFound(list, image.ImageId, image.ImageName);
        if (TccImage.From(image, list.Region) is var found && Page.Accept(found))
            PostOutput(found);
        return Page.WantsMore;
    }
}
