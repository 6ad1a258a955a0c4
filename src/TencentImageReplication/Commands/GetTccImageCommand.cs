using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Listing;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Errors;
using TencentImageReplication.Pipeline;
using TencentImageReplication.Queries;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Gets images, by ID or by what is known of them, from one region or several.</summary>
[Cmdlet(VerbsCommon.Get, "TccImage", DefaultParameterSetName = ById, SupportsPaging = true)]
[OutputType(typeof(TccImage))]
public sealed class GetTccImageCommand : TccCloudCmdlet
{
    private const string ById = "ById";
    private const string ByFilter = "ByFilter";

    private readonly IdsByRegion _ids = new();
    private OutputPage? _page;

    /// <summary>IDs of images. Without any, and without a filter, all custom images of the region.</summary>
    [Parameter(ParameterSetName = ById, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateTccImageId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(ImageIdCompleter))]
    public string[]? ImageId { get; set; }

    /// <summary>Names of images, with wildcards.</summary>
    [Parameter(ParameterSetName = ByFilter, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ImageNameCompleter))]
    public string[]? ImageName { get; set; }

    /// <summary>Kinds of images; custom images when not given.</summary>
    [Parameter(ParameterSetName = ByFilter)]
    [ValidateNotNullOrEmpty]
    public TccImageType[] ImageType { get; set; } = [TccImageType.Custom];

    /// <summary>States of images, in Tencent's spelling.</summary>
    [Parameter(ParameterSetName = ByFilter)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ImageStateCompleter))]
    public string[] State { get; set; } = [];

    /// <summary>Platforms, with wildcards, such as Windows or Ubuntu.</summary>
    [Parameter(ParameterSetName = ByFilter, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    public string[]? Platform { get; set; }

    /// <summary>Tags that the images have, all of them. A key alone stands for any value.</summary>
    [Parameter(ParameterSetName = ByFilter)]
    [TccTagTransformation]
    public TccTagCollection Tag { get; set; } = TccTagCollection.None;

    /// <summary>Families, with wildcards.</summary>
    [Parameter(ParameterSetName = ByFilter, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    public string[]? ImageFamily { get; set; }

    /// <summary>The regions to look in; that of the connection when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateTccRegion(AllowEmpty = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    private OutputPage Page => _page ??= new OutputPage(PagingParameters);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // An object of the pipeline that has an ImageId without a value asks for no image, not for all of them.
        if (ParameterSetName == ById && MyInvocation.BoundParameters.ContainsKey(nameof(ImageId)))
        {
            _ids.Add(ImageId ?? [], ResolveRegions(Region));
            return;
        }

        var query = ToQuery();
        var filters = query.ToFilters();
        Sweep(ResolveRegions(Region), (region, token) => Client.ListImagesAsync(region, filters, token), query.Matches, null);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_ids.Regions is { Count: > 0 } regions)
        {
            Sweep(
                regions,
                (region, token) => ImagesById.ListAsync(Client, region, _ids.In(region), token),
                image =>
                {
                    _ids.MarkFound(image.ImageId);
                    return true;
                },
                _ids.MarkSilent);
            if (Page.WantsMore)
            {
                foreach (var (id, asked) in _ids.Missing())
                    WriteError(ErrorRecords.ImageNotFound(id, asked));
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

    private void Sweep(
        IReadOnlyList<string> regions,
        Func<string, CancellationToken, IAsyncEnumerable<Image>> list,
        Func<Image, bool> matches,
        Action<string>? silent) =>
        Run(token => RegionFanOut.RunAsync(
            regions,
            list,
            (region, image) =>
            {
                if (matches(image) && TccImage.From(image, region) is var found && Page.Accept(found))
                    PostOutput(found);
                return Page.WantsMore;
            },
            (region, failure) =>
            {
                silent?.Invoke(region);
                PostFailure(failure, region);
            },
            token));
}
